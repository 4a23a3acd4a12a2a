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
        where TState : class, IEvolve<TState>, new() => (await Fold<TState>([streamId], at, it => it.State, cancellation))[streamId];

    public async Task<IReadOnlyDictionary<Guid, EventStream<TState>>> LoadMany<TState>(
        IReadOnlyCollection<Guid> streamIds, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new() => await Fold<TState>(streamIds, new AsKnown(), it => it.State, cancellation);

    public async Task<IReadOnlyDictionary<Guid, EventStream<TState>>> LoadMany<TState>(
        IReadOnlyCollection<Guid> streamIds, Func<EventStream<TState>, TState> keep, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new() => await Fold(streamIds, new AsKnown(), keep, cancellation);

    public async Task<IReadOnlyList<StoredEvent>> ReadStream(Guid streamId, CancellationToken cancellation) =>
        await Read([streamId], new AsKnown(), cancellation).ToListAsync(cancellation);

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

    /// <summary>The events of streams as they arrive, one stream after the other, each in its order, those of archived streams too.</summary>
    protected abstract IAsyncEnumerable<StoredEvent> Read(
        IReadOnlyCollection<Guid> streamIds, AsKnown at, CancellationToken cancellation);

    /// <summary>Appends the events and writes all that belongs to them, in one transaction that may be run again when it failed.</summary>
    protected abstract Task Execute(Changes changes, IReadOnlyList<StoredEvent> events, CancellationToken cancellation);

    /// <summary>Folds each event as it is read and keeps none: the ledgers of a list hold hundreds of thousands.</summary>
    private async Task<Dictionary<Guid, EventStream<TState>>> Fold<TState>(
        IReadOnlyCollection<Guid> streamIds, AsKnown at, Func<EventStream<TState>, TState> keep, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new()
    {
        var streams = streamIds.Distinct().ToDictionary(id => id, id => new EventStream<TState>(id, 0, new TState()));
        var current = new EventStream<TState>(Guid.Empty, 0, new TState());

        await foreach (var e in Read(streamIds, at, cancellation))
        {
            if (e.StreamId != current.Id)
            {
                Leave(current);
                current = streams[e.StreamId];
            }

            current = new(e.StreamId, e.Version, current.State.Evolve(e.Data));
        }

        Leave(current);
        return streams;

        void Leave(EventStream<TState> read)
        {
            if (read.Exists)
            {
                streams[read.Id] = read with { State = keep(read) };
            }
        }
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
