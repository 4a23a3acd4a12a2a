using Mamis.Contracts;
using Mamis.EventStore;
using Mamis.EventStore.Publishing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mamis.ServiceDefaults;

/// <summary>The bus: quorum queues named after service and consumer, transient faults tried again, the rest parked.</summary>
/// <remarks>
/// The broker promises no order between messages: several are worked on at a time, by several nodes, and one that is tried
/// again is passed by others. A consumer is therefore indifferent to order, and its summary says what makes it so.
/// </remarks>
public static class Messaging
{
    /// <param name="builder">The host of the service.</param>
    /// <param name="service">Prefix of the queues: <c>training-credits</c>.</param>
    /// <param name="consumers">Names the consumers of the service.</param>
    public static WebApplicationBuilder AddMessaging(
        this WebApplicationBuilder builder, string service, Action<IBusRegistrationConfigurator> consumers)
    {
        var broker = new Uri(builder.Configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not set; the AppHost sets it."));
        var queues = new ReceiveQueues();

        builder.Services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(QueueNames(service));
            // Without the broker a service still reads and accepts; what it has to tell waits in the store.
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
            consumers(bus);
            bus.AddConfigureEndpointsCallback((_, name, endpoint) =>
            {
                queues.Add(name);
                Hardening.Apply(endpoint);
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker);
                Listening.Deploy(rabbit);
                rabbit.ConfigureEndpoints(context);
            });
        });
        // A consumer that is trying again when the service stops gives up soon; its message stays in the queue.
        builder.Services.Configure<MassTransitHostOptions>(options => options.ConsumerStopTimeout = TimeSpan.FromSeconds(3));
        builder.Services.AddSingleton(queues);
        builder.Services.AddSingleton(it => new DeadLetters(broker, queues, it.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService(it => it.GetRequiredService<DeadLetters>());
        builder.Services.AddHealthChecks().AddCheck<DeadLetters>("dead-letters");
        builder.Services.AddSingleton<PublishMessage>(it => new BrokerPublish(it.GetRequiredService<IBus>()).Publish);

        return builder;
    }

    /// <summary>How a consumer's queue is called; <see cref="Listeners"/> names them for the publishers.</summary>
    public static IEndpointNameFormatter QueueNames(string service) =>
        new KebabCaseEndpointNameFormatter(service, includeNamespace: false);

    /// <summary>Writes the inbox row of this message into the transaction of its effect.</summary>
    /// <remarks>
    /// Not for a consumer of batches: one message that came again would be taken for the whole batch. Such a consumer
    /// makes repetition harmless by what it writes.
    /// </remarks>
    public static Changes Handled<TConsumer>(this Changes changes, ConsumeContext context)
        where TConsumer : class, IConsumer =>
        changes.Handled(typeof(TConsumer).Name, context.MessageId ?? throw new InvalidOperationException("A message without id."));
}
