using Npgsql;

namespace Mamis.EventStore;

/// <summary>How far a reader of the store has come, kept in Marten's own table.</summary>
public static class Progress
{
    private const string Store =
        """
        update mt_event_progression set last_seq_id = $3, last_updated = transaction_timestamp()
        where name = $1 and last_seq_id = $2
        """;

    public static async Task<long> Of(NpgsqlDataSource database, string name, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            with made as (insert into mt_event_progression (name, last_seq_id) values ($1, 0) on conflict (name) do nothing)
            select coalesce((select last_seq_id from mt_event_progression where name = $1), 0)
            """);
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(cancellation) is long position ? position : 0;
    }

    /// <summary>Moves on from where this node believed to be.</summary>
    /// <exception cref="LeadershipLostException">Another node has moved it meanwhile.</exception>
    public static async Task Move(NpgsqlConnection connection, string name, long from, long to, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Store, connection)
        {
            Parameters = { new() { Value = name }, new() { Value = from }, new() { Value = to } },
        };

        if (await command.ExecuteNonQueryAsync(cancellation) == 0)
        {
            throw new LeadershipLostException(name);
        }
    }
}

/// <summary>Another node has taken over; what this one was doing must not take effect.</summary>
public sealed class LeadershipLostException(string name) : Exception($"Another node has taken over '{name}'.");
