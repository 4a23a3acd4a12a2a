using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Features;

/// <summary>Takes the same decision for many notices in one transaction: all of them or none.</summary>
public static class DecideTogether
{
    public static async Task<Decision> DecideForAll(
        this IEventStore store, IReadOnlyCollection<Guid> notices, Func<Notice, Decision> decide, CancellationToken cancellation)
    {
        var streams = await store.LoadMany<Notice>(notices, cancellation);
        var decisions = streams.Values.Select(it => (Stream: it, Decision: decide(it.State))).ToArray();
        var refusals = decisions.SelectMany(it => it.Decision.Refusals.Select(refusal => refusal.For(it.Stream.Id.ToString()))).ToArray();

        if (refusals.Length > 0)
        {
            return Decision.Refuse(refusals);
        }

        var changes = new Changes();

        foreach (var (stream, decision) in decisions)
        {
            changes.Append<Notice>(stream.Id, stream.Version, decision.Events);
        }

        await store.Append(changes, cancellation);
        return Decision.Append(decisions.SelectMany(it => it.Decision.Events));
    }
}
