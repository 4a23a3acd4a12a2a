using Mamis.EventStore;
using MassTransit;
using Npgsql;

namespace Mamis.ServiceDefaults;

/// <summary>What every queue and consumer has: copies on several brokers, patience with what passes, a place for what does not.</summary>
internal static class Hardening
{
    /// <summary>Together 18 minutes: less than the half hour after which a broker takes back what is not acknowledged.</summary>
    private const int Attempts = 110;

    public static void Apply(IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            Queue(rabbit);
        }

        // Nobody listens to MassTransit's own fault messages; the dead letters are what people look at.
        endpoint.PublishFaults = false;
        endpoint.UseFilter(new AlreadyHandledFilter());
        endpoint.UseMessageRetry(retry =>
        {
            retry.Exponential(Attempts, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(30));
            retry.Handle<StreamVersionException>();
            retry.Handle<NpgsqlException>(e => e.IsTransient);
            retry.Handle<HttpRequestException>(IsTransient);
            retry.Handle<TimeoutException>();
        });
    }

    /// <summary>Both sides declare the queue, whoever comes first, so both must say the same.</summary>
    public static void Queue(IRabbitMqQueueConfigurator queue) => queue.SetQuorumQueue();

    /// <summary>An answer that says "no" will say so again.</summary>
    private static bool IsTransient(HttpRequestException e) => e.StatusCode is null or >= System.Net.HttpStatusCode.InternalServerError
        or System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.RequestTimeout
        or System.Net.HttpStatusCode.Unauthorized;

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
