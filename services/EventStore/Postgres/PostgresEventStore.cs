using System.Diagnostics;
using System.Text.Json;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.EventStore.Postgres;

/// <summary>The default engine: set-based statements on Marten's tables, everything of one append in one round trip.</summary>
public sealed class PostgresEventStore(
    NpgsqlDataSource database, EventCatalog catalog, IEnumerable<IInlineView> views, AppendSignal signal, TimeProvider clock)
    : IEventStore
{
    private const string VersionConflict = "MA409";

    private readonly StreamEvents _reader = new(database, catalog);
    private readonly IInlineView[] _views = [.. views];

    public Task<EventStream<TState>> Load<TState>(Guid streamId, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new() => Load<TState>(streamId, new AsKnown(), cancellation);

    public async Task<EventStream<TState>> Load<TState>(Guid streamId, AsKnown at, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new() =>
        Fold<TState>(streamId, await _reader.Read([streamId], at, cancellation));

    public async Task<IReadOnlyDictionary<Guid, EventStream<TState>>> LoadMany<TState>(
        IReadOnlyCollection<Guid> streamIds, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new()
    {
        var events = (await _reader.Read(streamIds, new AsKnown(), cancellation)).ToLookup(it => it.StreamId);
        return streamIds.Distinct().ToDictionary(id => id, id => Fold<TState>(id, events[id]));
    }

    public Task<IReadOnlyList<StoredEvent>> ReadStream(Guid streamId, CancellationToken cancellation) =>
        _reader.Read([streamId], new AsKnown(), cancellation);

    public async Task Append(Changes changes, CancellationToken cancellation)
    {
        using var activity = StoreTelemetry.Source.StartActivity("append");
        var events = Stamp(changes);
        NpgsqlBatchCommand[] statements = [.. AppendStatements.For(changes, events, catalog, _views)];

        if (statements.Length == 0)
        {
            return;
        }

        try
        {
            await DeadlockRetry.Run(() => Execute(statements, cancellation));
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
        signal.Raise();
    }

    public async Task Archive(Guid streamId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "with s as (update mt_streams set is_archived = true where id = $1) update mt_events set is_archived = true where stream_id = $1");
        command.Parameters.Add(new() { Value = streamId });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Without an explicit transaction a batch is one transaction and one round trip.</summary>
    private async Task Execute(NpgsqlBatchCommand[] statements, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();

        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

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

    private List<StoredEvent> Stamp(Changes changes)
    {
        var now = clock.GetUtcNow();
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
