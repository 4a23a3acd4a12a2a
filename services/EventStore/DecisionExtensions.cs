using Mamis.Kernel;

namespace Mamis.EventStore;

/// <summary>The whole application layer: load, decide, append.</summary>
public static class DecisionExtensions
{
    /// <summary>Folds a stream, asks the decision, appends what it answered under the version it was read at.</summary>
    /// <remarks>A stream that does not exist is decided from the empty state, so creating and changing read the same.</remarks>
    /// <exception cref="StreamVersionException">Somebody else changed the stream meanwhile; 409 over HTTP, tried again in a consumer.</exception>
    public static Task<Decision> DecideAsync<TState>(
        this IEventStore store, Guid streamId, Func<TState, Decision> decide, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new() =>
        store.DecideAsync(streamId, decide, static _ => { }, cancellation);

    /// <summary>The same, with what else belongs into the transaction: the message it answers, rows, commands.</summary>
    /// <param name="with">Called also when the decision appends nothing, never when it refuses.</param>
    public static async Task<Decision> DecideAsync<TState>(
        this IEventStore store, Guid streamId, Func<TState, Decision> decide, Action<Changes> with, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new()
    {
        var stream = await store.Load<TState>(streamId, cancellation);
        var decision = decide(stream.State);

        if (!decision.IsRefused)
        {
            var changes = new Changes().Append<TState>(streamId, stream.Version, decision.Events);
            with(changes);
            await store.Append(changes, cancellation);
        }

        return decision;
    }

    /// <summary>For consumers: a refusal there is a fault, and the message waits in the error queue for a person.</summary>
    public static async Task OrThrow(this Task<Decision> decision)
    {
        if (await decision is { IsRefused: true, Refusals: var refusals })
        {
            throw new RefusedException(refusals);
        }
    }
}

/// <summary>A message asked for something the rules refuse.</summary>
public sealed class RefusedException(IReadOnlyList<Refusal> refusals)
    : Exception(string.Join(", ", refusals.Select(it => it.Code)))
{
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
