using Mamis.Kernel;

namespace Mamis.EventStore;

/// <summary>Where a service keeps what happened. An interface because it has two engines on the same tables: Postgres and Marten.</summary>
public interface IEventStore
{
    /// <summary>Folds a stream. A stream that does not exist has version 0 and the empty state.</summary>
    Task<EventStream<TState>> Load<TState>(Guid streamId, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new();

    /// <summary>Folds a stream as it was known at a version or a moment.</summary>
    Task<EventStream<TState>> Load<TState>(Guid streamId, AsKnown at, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new();

    /// <summary>Folds many streams with one query; every id asked for is in the answer.</summary>
    Task<IReadOnlyDictionary<Guid, EventStream<TState>>> LoadMany<TState>(
        IReadOnlyCollection<Guid> streamIds, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new();

    /// <summary>The same where states are large and many: of each, only what <paramref name="keep"/> leaves stays in memory.</summary>
    Task<IReadOnlyDictionary<Guid, EventStream<TState>>> LoadMany<TState>(
        IReadOnlyCollection<Guid> streamIds, Func<EventStream<TState>, TState> keep, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new();

    /// <summary>The events of one stream in their order, for histories.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadStream(Guid streamId, CancellationToken cancellation);

    /// <summary>Makes all of it happen or none of it, in one transaction and one round trip.</summary>
    /// <exception cref="StreamVersionException">An expected version is wrong; names every stream concerned.</exception>
    /// <exception cref="AlreadyHandledException">A message named in <paramref name="changes"/> had its effect before.</exception>
    Task Append(Changes changes, CancellationToken cancellation);

    /// <summary>Marks a stream as over: it stays readable by its id and takes no more events.</summary>
    Task Archive(Guid streamId, CancellationToken cancellation);
}

/// <summary>A stream folded to its state, and the version the state was read at.</summary>
/// <typeparam name="TState">The state it is folded to.</typeparam>
public sealed record EventStream<TState>(Guid Id, long Version, TState State)
{
    public bool Exists => Version > 0;
}

/// <summary>Up to which point of a stream a reader wants to know: a version, or a moment, or both.</summary>
public sealed record AsKnown(long? Version = null, DateTimeOffset? Moment = null);
