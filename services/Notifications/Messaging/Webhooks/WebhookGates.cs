using System.Collections.Concurrent;
using Mamis.EventStore.Commands;
using Mamis.ServiceDefaults;
using Microsoft.Extensions.Options;

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
        var gate = _gates.GetOrAdd(webhook, _ => new(new(options.Value.AtOncePerWebhook), new(it => !it.IsDelivered, While, clock)));

        if (!await gate.Places.WaitAsync(Moment, cancellation))
        {
            throw new PutBackException(While);
        }

        try
        {
            return await gate.Sparing.Call(send, cancellation);
        }
        catch (SparedException e)
        {
            throw new PutBackException(e.Wait);
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

    private sealed record Gate(SemaphoreSlim Places, Sparing<WebhookOutcome> Sparing);
}
