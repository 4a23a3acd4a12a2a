using Npgsql;

namespace Mamis.EventStore.Commands;

/// <summary>The rows of one kind of command.</summary>
internal sealed class CommandQueue(string kind, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static TimeSpan WaitAfter(int attempt, TimeSpan first)
    {
        var wait = first * Math.Pow(2, Math.Min(attempt - 1, 30));
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>The command that has been due for longest and that nobody else works on, locked until the transaction ends.</summary>
    public async Task<TakenCommand?> Take(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select id, payload::text, attempts, left_at from mamis_commands
            where kind = $1 and due <= $2 and done_at is null and not parked
            order by due limit 1 for update skip locked
            """,
            connection);
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);

        return await reader.ReadAsync(cancellation)
            ? new(reader.GetGuid(0), kind, reader.GetString(1), reader.GetInt32(2) + 1, reader.GetFieldValue<DateTimeOffset>(3))
            : null;
    }

    /// <summary>Keeps the row, so that leaving the same id again leaves nothing.</summary>
    public Task Finish(NpgsqlConnection connection, Guid id, CancellationToken cancellation) => Execute(
        connection,
        "update mamis_commands set attempts = attempts + 1, done_at = $2, last_error = null where id = $1",
        [id, clock.GetUtcNow()],
        cancellation);

    public Task Postpone(
        NpgsqlConnection connection, Guid id, TimeSpan wait, bool park, string error, CancellationToken cancellation) => Execute(
        connection,
        "update mamis_commands set attempts = attempts + 1, due = $2, parked = $3, last_error = $4 where id = $1",
        [id, clock.GetUtcNow() + wait, park, error],
        cancellation);

    /// <summary>Counts no attempt, since there was none.</summary>
    public Task PutBack(NpgsqlConnection connection, Guid id, TimeSpan wait, CancellationToken cancellation) => Execute(
        connection, "update mamis_commands set due = $2 where id = $1", [id, clock.GetUtcNow() + wait], cancellation);

    private static async Task Execute(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values.Select(it => new NpgsqlParameter { Value = it }).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
