using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Mamis.EventStore.Postgres;

/// <summary>Reads the events of one stream or many; both engines use it, since the tables are the same.</summary>
internal sealed class StreamEvents(NpgsqlDataSource database, EventCatalog catalog)
{
    // Stream by stream, whatever the server knows of the table: without fresh statistics it takes `any` of some hundred for all there are,
    // and reads every event. `offset 0` keeps it from turning this into a join.
    private const string OfStreams =
        $"""
        select e.* from (select distinct unnest($1::uuid[])) as s (id)
        cross join lateral (
            select {EventRow.Columns} from mt_events
            where stream_id = s.id and ($2 is null or version <= $2) and ($3 is null or timestamp <= $3)
            offset 0) as e
        order by e.stream_id, e.version
        """;

    public async IAsyncEnumerable<StoredEvent> Read(
        IReadOnlyCollection<Guid> streamIds, AsKnown at, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OfStreams);
        command.Parameters.Add(new() { Value = streamIds.ToArray() });
        command.Parameters.Add(new() { Value = (object?)at.Version ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (object?)at.Moment?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });

        await using var reader = await command.ExecuteReaderAsync(cancellation);

        while (await reader.ReadAsync(cancellation))
        {
            yield return EventRow.Read(reader).ToEvent(catalog);
        }
    }
}
