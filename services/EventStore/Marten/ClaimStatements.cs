using Mamis.EventStore.Postgres;
using Npgsql;

namespace Mamis.EventStore.Marten;

/// <summary>The part of an append that may be refused, in one round trip: streams are locked where they were expected, all rows written.</summary>
internal static class ClaimStatements
{
    private const string Claim = "select mamis_claim($1, $2, $3, $4, $5)";

    public static async Task Execute(
        NpgsqlConnection connection, Changes changes, IReadOnlyList<StoredEvent> events, EventCatalog catalog,
        IEnumerable<IInlineView> views, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);

        if (events.Count > 0)
        {
            batch.BatchCommands.Add(ClaimStreams(changes.Streams, events[0].Timestamp, catalog));
        }

        foreach (var statement in AppendStatements.Beside(changes, events, views))
        {
            batch.BatchCommands.Add(statement.ToBatchCommand());
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand ClaimStreams(IReadOnlyList<StreamAppend> streams, DateTimeOffset now, EventCatalog catalog) => new(Claim)
    {
        Parameters =
        {
            new() { Value = streams.Select(it => it.StreamId).ToArray() },
            new() { Value = streams.Select(it => catalog.StreamAlias(it.State)).ToArray() },
            new() { Value = streams.Select(it => it.ExpectedVersion).ToArray() },
            // Claimed where they are: it is Marten that counts the events.
            new() { Value = new int[streams.Count] },
            new() { Value = now.ToUniversalTime() },
        },
    };
}
