using Dapper;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>Views are read, and what is no event is noted, with plain SQL.</summary>
public static class Reading
{
    public static async Task<IReadOnlyList<TRow>> Rows<TRow>(
        this NpgsqlDataSource database, string sql, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<TRow>(new CommandDefinition(sql, arguments, cancellationToken: cancellation))).AsList();
    }

    public static async Task Do(this NpgsqlDataSource database, string sql, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, arguments, cancellationToken: cancellation));
    }

    public static async Task<TRow?> Find<TRow>(
        this NpgsqlDataSource database, string sql, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QueryFirstOrDefaultAsync<TRow>(new CommandDefinition(sql, arguments, cancellationToken: cancellation));
    }
}
