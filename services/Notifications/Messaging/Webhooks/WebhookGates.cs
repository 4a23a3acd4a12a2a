using System.Collections.Concurrent;
using Mamis.EventStore.Commands;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>Lets only so many deliveries go to one webhook at a time, and spares one that fails again and again, so that it does not hold the deliveries to all others.</summary>
/// <remarks>Whoever finds no place is put back, which counts as no attempt. The waits between attempts stand in the store, since they outlive a node.</remarks>
public sealed class WebhookGates(IOptions<WebhookOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan While = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Gate> _gates = new();

    /// <exception cref="PutBackException">There is no place, or the webhook is spared for now.</exception>
    public async Task<WebhookOutcome> Pass(
        Guid webhook, Func<CancellationToken, Task<WebhookOutcome>> send, CancellationToken cancellation)
    {
        var gate = _gates.GetOrAdd(webhook, _ => new(new(options.Value.AtOncePerWebhook), Breaker()));

        if (!await gate.Places.WaitAsync(Moment, cancellation))
        {
            throw new PutBackException(While);
        }

        try
        {
            return await gate.Breaker.ExecuteAsync(async it => await send(it), cancellation);
        }
        catch (BrokenCircuitException e)
        {
            throw new PutBackException(e.RetryAfter ?? While);
        }
        finally
        {
            gate.Places.Release();
        }
    }

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Places.Dispose();
        }
    }

    private ResiliencePipeline<WebhookOutcome> Breaker() => new ResiliencePipelineBuilder<WebhookOutcome> { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WebhookOutcome>
        {
            ShouldHandle = it => ValueTask.FromResult(it.Outcome.Result is { IsDelivered: false }),
            FailureRatio = 0.9,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDuration = While,
        })
        .Build();

    private sealed record Gate(SemaphoreSlim Places, ResiliencePipeline<WebhookOutcome> Breaker);
}
