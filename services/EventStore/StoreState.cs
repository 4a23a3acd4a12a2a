using Npgsql;

namespace Mamis.EventStore;

/// <summary>Where the readers of the store stand and what waits in it.</summary>
/// <param name="Events">Sequence number of the last event.</param>
/// <param name="Behind">By subscription, how many numbers it has not passed yet.</param>
/// <param name="Commands">By kind, what waits and what was given up.</param>
public sealed record StoreState(long Events, IReadOnlyDictionary<string, long> Behind, IReadOnlyList<WaitingCommands> Commands)
{
    public static StoreState Empty { get; } = new(0, new Dictionary<string, long>(), []);

    internal static async Task<StoreState> Of(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new("select coalesce(max(seq_id), 0) from mt_events"));
        batch.BatchCommands.Add(new("select name, last_seq_id from mt_event_progression where name like 'mamis:%'"));
        batch.BatchCommands.Add(new(
            """
            select kind, count(*) filter (where not parked), count(*) filter (where parked)
            from mamis_commands where done_at is null group by kind order by kind
            """));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);

        await reader.ReadAsync(cancellation);
        var events = reader.GetInt64(0);
        var behind = new Dictionary<string, long>();
        var commands = new List<WaitingCommands>();

        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            behind[reader.GetString(0)] = events - reader.GetInt64(1);
        }

        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            commands.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return new(events, behind, commands);
    }
}

/// <summary>Commands of one kind that are not done.</summary>
public sealed record WaitingCommands(string Kind, long Waiting, long Parked);
