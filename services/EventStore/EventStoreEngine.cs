using System.Diagnostics;
using System.Text.Json;
using Mamis.EventStore.Postgres;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.EventStore;

/// <summary>What both engines do alike: fold, stamp, and tell in the words of the port why nothing was appended.</summary>
public abstract class EventStoreEngine(AppendSignal signal, TimeProvider clock) : IEventStore
{
    private const string VersionConflict = "MA409";

    public Task<EventStream<TState>> Load<TState>(Guid streamId, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new() => Load<TState>(streamId, new AsKnown(), cancellation);

    public async Task<EventStream<TState>> Load<TState>(Guid streamId, AsKnown at, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new() => Fold<TState>(streamId, await Read([streamId], at, cancellation));

    public async Task<IReadOnlyDictionary<Guid, EventStream<TState>>> LoadMany<TState>(
        IReadOnlyCollection<Guid> streamIds, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new()
    {
        var events = (await Read(streamIds, new AsKnown(), cancellation)).ToLookup(it => it.StreamId);
        return streamIds.Distinct().ToDictionary(id => id, id => Fold<TState>(id, events[id]));
    }

    public Task<IReadOnlyList<StoredEvent>> ReadStream(Guid streamId, CancellationToken cancellation) =>
        Read([streamId], new AsKnown(), cancellation);

    public async Task Append(Changes changes, CancellationToken cancellation)
    {
        if (changes.IsEmpty)
        {
            return;
        }

        using var activity = StoreTelemetry.Source.StartActivity("append");
        var events = Stamp(changes, clock.GetUtcNow());

        try
        {
            await DeadlockRetry.Run(() => Execute(changes, events, cancellation));
        }
        catch (PostgresException e) when (e.SqlState == VersionConflict)
        {
            throw new StreamVersionException(JsonSerializer.Deserialize<StreamConflict[]>(e.Hint ?? "[]") ?? []);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "mamis_inbox" })
        {
            throw new AlreadyHandledException(changes.HandledMessages[0].Consumer);
        }

        StoreTelemetry.Appended.Add(events.Count);
        signal.Raise(changes);
    }

    public abstract Task Archive(Guid streamId, CancellationToken cancellation);

    /// <summary>The events of streams, each stream's in their order, those of archived streams too.</summary>
    protected abstract Task<IReadOnlyList<StoredEvent>> Read(
        IReadOnlyCollection<Guid> streamIds, AsKnown at, CancellationToken cancellation);

    /// <summary>Appends the events and writes all that belongs to them, in one transaction that may be run again when it failed.</summary>
    protected abstract Task Execute(Changes changes, IReadOnlyList<StoredEvent> events, CancellationToken cancellation);

    private static EventStream<TState> Fold<TState>(Guid id, IEnumerable<StoredEvent> events)
        where TState : class, IEvolve<TState>, new()
    {
        var stream = new EventStream<TState>(id, 0, new TState());

        foreach (var e in events)
        {
            stream = new(id, e.Version, stream.State.Evolve(e.Data));
        }

        return stream;
    }

    private static List<StoredEvent> Stamp(Changes changes, DateTimeOffset now)
    {
        var events = new List<StoredEvent>();

        foreach (var append in changes.Streams)
        {
            events.AddRange(append.Events.Select((data, i) => new StoredEvent
            {
                Id = Guid.CreateVersion7(now),
                StreamId = append.StreamId,
                Version = append.ExpectedVersion + i + 1,
                Timestamp = now,
                Data = data,
                TraceParent = Activity.Current?.Id,
            }));
        }

        return events;
    }
}
