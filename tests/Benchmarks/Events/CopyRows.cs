using Mamis.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Mamis.Benchmarks.Events;

/// <summary>The limit of S1: the same rows, made and numbered before the clock starts, by two binary COPYs in a transaction.</summary>
public sealed class CopyRows(NpgsqlDataSource database, EventCatalog catalog)
{
    private const string Streams = "copy mt_streams (id, type, version, timestamp, created) from stdin (format binary)";

    private const string Events =
        "copy mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type) from stdin (format binary)";

    private IReadOnlyList<Row[]> _transactions = [];

    public async Task Prepare(int transactions, int ledgers)
    {
        await using var draw = database.CreateCommand("select array_agg(nextval('mt_events_sequence')) from generate_series(1, $1)");
        draw.Parameters.Add(new() { Value = transactions * ledgers });
        var numbers = await draw.ExecuteScalarAsync() as long[] ?? [];
        _transactions = [.. numbers.Select(NewRow).Chunk(ledgers)];
    }

    public async Task Run()
    {
        foreach (var rows in _transactions)
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await CopyStreams(connection, rows);
            await CopyEvents(connection, rows);
            await transaction.CommitAsync();
        }
    }

    private static async Task CopyStreams(NpgsqlConnection connection, Row[] rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Streams);

        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(row.Stream, NpgsqlDbType.Uuid);
            await copy.WriteAsync("ledger", NpgsqlDbType.Varchar);
            await copy.WriteAsync(1L, NpgsqlDbType.Bigint);
            await copy.WriteAsync(row.At, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(row.At, NpgsqlDbType.TimestampTz);
        }

        await copy.CompleteAsync();
    }

    private static async Task CopyEvents(NpgsqlConnection connection, Row[] rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Events);

        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(row.Number, NpgsqlDbType.Bigint);
            await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(row.Stream, NpgsqlDbType.Uuid);
            await copy.WriteAsync(1L, NpgsqlDbType.Bigint);
            await copy.WriteAsync(row.Body, NpgsqlDbType.Jsonb);
            await copy.WriteAsync(row.Alias, NpgsqlDbType.Varchar);
            await copy.WriteAsync(row.At, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(row.DotNetType, NpgsqlDbType.Varchar);
        }

        await copy.CompleteAsync();
    }

    private Row NewRow(long number)
    {
        var stream = Guid.CreateVersion7();
        var (alias, type, json) = catalog.Write(Credited.To(stream));
        return new(number, Guid.CreateVersion7(), stream, json, alias, type, TimeProvider.System.GetUtcNow());
    }

    private sealed record Row(long Number, Guid Id, Guid Stream, string Body, string Alias, string DotNetType, DateTimeOffset At);
}
