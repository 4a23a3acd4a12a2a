using Npgsql;

namespace Mamis.EventStore.Tests.Support;

/// <summary>An appender that knows nothing of this store: inserts the rows in its own transaction, as Marten does.</summary>
public sealed class PlainWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PlainWriter(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<PlainWriter> Begin(StoreHost host)
    {
        var connection = await host.Database.OpenConnectionAsync();
        return new(connection, await connection.BeginTransactionAsync());
    }

    public async Task Append()
    {
        await using var command = new NpgsqlCommand(
            """
            with s as (insert into mt_streams (id, type, version) values ($1, 'account', 1))
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('mt_events_sequence'), $2, $1, 1, '{"Units":1,"Kind":"Basic","HeldAt":"2026-05-10T04:00:00Z"}', 'units_posted', now())
            """,
            _connection,
            _transaction);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        await command.ExecuteNonQueryAsync();
    }

    public Task Commit() => _transaction.CommitAsync();

    public Task Rollback() => _transaction.RollbackAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
