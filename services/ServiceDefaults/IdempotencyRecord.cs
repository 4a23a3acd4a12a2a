using Npgsql;

namespace Mamis.ServiceDefaults;

/// <summary>The row of one key, held under a session lock while its call is worked on.</summary>
public sealed class IdempotencyRecord : IAsyncDisposable
{
    /// <summary>The table, created with the others of the service.</summary>
    public const string Table =
        """
        create table if not exists mamis_idempotency (
            scope text not null, key text not null, fingerprint bytea not null, begun_at timestamptz not null default now(),
            status int, content_type text, location text, etag text, body bytea, primary key (scope, key));
        create index if not exists mamis_idempotency_begun_at on mamis_idempotency (begun_at);
        """;

    private readonly NpgsqlConnection _connection;
    private readonly string _scope;
    private readonly string _key;

    private IdempotencyRecord(NpgsqlConnection connection, string scope, string key)
    {
        _connection = connection;
        _scope = scope;
        _key = key;
    }

    /// <summary>What is known of a key: used with other content, answered already, or neither.</summary>
    public readonly record struct Known(bool IsOther, StoredAnswer? Answer);

    /// <summary>Takes the key; null while another call holds it.</summary>
    public static async Task<IdempotencyRecord?> Lock(NpgsqlDataSource database, string scope, string key, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        var record = new IdempotencyRecord(connection, scope, key);
        await using var command = record.Command("select pg_try_advisory_lock(hashtextextended(@scope || chr(31) || @key, 0))");

        if (await command.ExecuteScalarAsync(cancellation) is true)
        {
            return record;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Notes the content that comes with the key, or tells what came before. Old keys go on the way.</summary>
    public async Task<Known> Begin(byte[] fingerprint, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            delete from mamis_idempotency where begun_at < now() - interval '24 hours';
            insert into mamis_idempotency (scope, key, fingerprint) values (@scope, @key, @fingerprint) on conflict do nothing;
            select fingerprint = @fingerprint, status, content_type, location, etag, body from mamis_idempotency where scope = @scope and key = @key;
            """);
        command.Parameters.AddWithValue("fingerprint", fingerprint);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);

        return new(!row.GetBoolean(0), await row.IsDBNullAsync(1, cancellation) ? null : StoredAnswer.Read(row));
    }

    public async Task Remember(StoredAnswer answer, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            update mamis_idempotency set status = @status, content_type = @contentType, location = @location, etag = @etag, body = @body
            where scope = @scope and key = @key
            """);
        answer.Write(command.Parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var command = Command("select pg_advisory_unlock(hashtextextended(@scope || chr(31) || @key, 0))"))
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }

        await _connection.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, _connection);
        command.Parameters.AddWithValue("scope", _scope);
        command.Parameters.AddWithValue("key", _key);
        return command;
    }
}
