using Dapper;
using Npgsql;

namespace Mamis.EventStore;

/// <summary>Views are read, and what is no event is noted, with plain SQL.</summary>
public static class Reading
{
    public static async Task<IReadOnlyList<TRow>> List<TRow>(
        this NpgsqlDataSource database, string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellation))).AsList();
    }

    public static async Task<TRow?> Find<TRow>(
        this NpgsqlDataSource database, string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
    }

    public static async Task Do(this NpgsqlDataSource database, string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
    }
}
