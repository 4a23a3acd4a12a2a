using Npgsql;

namespace Mamis.EventStore.Commands;

/// <summary>Commands that failed too often and wait until the cause is removed.</summary>
public static class ParkedCommands
{
    /// <summary>Gives every parked command of a kind all its attempts again; answers how many there were.</summary>
    public static async Task<int> Retry(NpgsqlDataSource database, string kind, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "update mamis_commands set attempts = 0, parked = false, due = $2 where kind = $1 and parked");
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = now });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
