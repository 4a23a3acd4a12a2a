using Npgsql;

namespace Mamis.EventStore.Postgres;

/// <summary>The default engine: set-based statements on Marten's tables, everything of one append in one round trip.</summary>
public sealed class PostgresEventStore(
    NpgsqlDataSource database, EventCatalog catalog, IEnumerable<IInlineView> views, AppendSignal signal, TimeProvider clock)
    : EventStoreEngine(signal, clock)
{
    private readonly StreamEvents _reader = new(database, catalog);
    private readonly IInlineView[] _views = [.. views];

    public override async Task Archive(Guid streamId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "with s as (update mt_streams set is_archived = true where id = $1) update mt_events set is_archived = true where stream_id = $1");
        command.Parameters.Add(new() { Value = streamId });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    protected override IAsyncEnumerable<StoredEvent> Read(
        IReadOnlyCollection<Guid> streamIds, AsKnown at, CancellationToken cancellation) => _reader.Read(streamIds, at, cancellation);

    /// <summary>Without an explicit transaction a batch is one transaction and one round trip.</summary>
    protected override async Task Execute(Changes changes, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();

        foreach (var statement in AppendStatements.For(changes, events, catalog, _views))
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
