using System.Diagnostics;
using Mamis.EventStore;
using Mamis.EventStore.Publishing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Mamis.ServiceDefaults;

/// <summary>The bus: quorum queues named after service and consumer, transient faults tried again, the rest parked.</summary>
public static class Messaging
{
    /// <param name="builder">The host of the service.</param>
    /// <param name="service">Prefix of the queues: <c>training-credits</c>.</param>
    /// <param name="consumers">Names the consumers of the service.</param>
    public static WebApplicationBuilder AddMessaging(
        this WebApplicationBuilder builder, string service, Action<IBusRegistrationConfigurator> consumers)
    {
        var broker = builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not set; the AppHost sets it.");

        builder.Services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(service, includeNamespace: false));
            // Without the broker a service still reads and accepts; what it has to tell waits in the store.
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
            consumers(bus);
            bus.AddConfigureEndpointsCallback((_, _, endpoint) => Harden(endpoint));
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(broker));
                rabbit.ConfigureEndpoints(context);
            });
        });
        builder.Services.AddSingleton<PublishMessage>(it => PublishWith(it.GetRequiredService<IBus>()));

        return builder;
    }

    /// <summary>Writes the inbox row of this message into the transaction of its effect.</summary>
    public static Changes Handled<TConsumer>(this Changes changes, ConsumeContext context)
        where TConsumer : class, IConsumer =>
        changes.Handled(typeof(TConsumer).Name, context.MessageId ?? throw new InvalidOperationException("A message without id."));

    private static void Harden(IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
        }

        endpoint.UseFilter(new AlreadyHandledFilter());
        endpoint.UseMessageRetry(retry =>
        {
            retry.Exponential(
                retryLimit: 200, minInterval: TimeSpan.FromMilliseconds(20), maxInterval: TimeSpan.FromSeconds(10), intervalDelta: TimeSpan.FromMilliseconds(30));
            retry.Handle<StreamVersionException>();
            retry.Handle<NpgsqlException>(e => e.IsTransient);
            retry.Handle<HttpRequestException>();
            retry.Handle<TimeoutException>();
        });
    }

    private static PublishMessage PublishWith(IBus bus) => async (message, cancellation) =>
    {
        using var activity = message.TraceParent is { } parent
            ? StoreTelemetry.Source.StartActivity("publish", ActivityKind.Producer, parent)
            : null;
        await bus.Publish(message.Contract, message.Contract.GetType(), context => context.MessageId = message.Id, cancellation);
    };

    /// <summary>A message that had its effect before is done, not failed.</summary>
    private sealed class AlreadyHandledFilter : IFilter<ConsumeContext>
    {
        public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
        {
            try
            {
                await next.Send(context);
            }
            catch (AlreadyHandledException)
            {
                StoreTelemetry.Duplicates.Add(1);
            }
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("alreadyHandled");
    }
}
