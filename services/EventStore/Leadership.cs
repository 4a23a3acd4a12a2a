using Npgsql;

namespace Mamis.EventStore;

/// <summary>The right to do something as the only node of a service: a lock of the database session, gone with the process.</summary>
public sealed class Leadership : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private Leadership(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes the lock if it is free.</summary>
    public static async Task<Leadership?> TryTake(NpgsqlDataSource database, string name, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);

        try
        {
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(new() { Value = name });

            if (await command.ExecuteScalarAsync(cancellation) is true)
            {
                return new Leadership(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Fails when the session, and the lock with it, is gone.</summary>
    public async Task Confirm(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select 1", _connection);
        await command.ExecuteScalarAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A connection goes back to the pool with its session open, so the lock has to be given back by name.
            await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", _connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The session is gone, and the lock with it.
        }
        finally
        {
            await _connection.DisposeAsync();
        }
    }
}
