using Npgsql;

namespace Mamis.EventStore.Postgres;

/// <summary>Reads all events in order and never passes one whose transaction may still be running.</summary>
/// <remarks>
/// While the sequence is contiguous everything read is safe. At a gap, only a transaction that already held a write lock
/// on the two tables can fill it, and one that has said which number it drew first fills nothing below. The feed
/// remembers those suspects; what is still missing when none of them can fill it any more is the hole of a rollback.
/// </remarks>
public sealed class EventFeed(NpgsqlDataSource database, EventCatalog catalog, long position)
{
    private Dictionary<string, long> _suspects = [];
    private long _suspectsUpTo;
    private long _holesUpTo;

    /// <summary>Every event up to here has been handed out.</summary>
    public long Position { get; private set; } = position;

    /// <summary>The next events, at most <paramref name="limit"/>; empty when there are none that can safely be read yet.</summary>
    public async Task<IReadOnlyList<StoredEvent>> Next(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await Fetch(connection, limit, cancellation);

        while (FirstGap(rows) is { } gap)
        {
            await Suspect(connection, gap.Missing, rows[^1].Sequence, cancellation);

            if (_holesUpTo < gap.Missing)
            {
                rows = rows[..gap.Index];
                break;
            }

            rows = await Fetch(connection, limit, cancellation);
        }

        if (rows.Count > 0)
        {
            Position = rows[^1].Sequence;
        }

        return [.. rows.Select(it => it.ToEvent(catalog))];
    }

    /// <summary>Where the first number is missing that is not known to be a hole.</summary>
    private (int Index, long Missing)? FirstGap(List<EventRow> rows)
    {
        var before = Position;

        for (var i = 0; i < rows.Count; i++)
        {
            var missing = Math.Max(before, _holesUpTo) + 1;

            if (rows[i].Sequence > missing)
            {
                return (i, missing);
            }

            before = rows[i].Sequence;
        }

        return null;
    }

    private async Task Suspect(NpgsqlConnection connection, long missing, long seenUpTo, CancellationToken cancellation)
    {
        var writers = await Writers.Now(connection, cancellation);

        if (missing > _suspectsUpTo)
        {
            (_suspects, _suspectsUpTo) = (writers, seenUpTo);
        }
        else
        {
            _suspects = writers.Where(it => _suspects.ContainsKey(it.Key)).ToDictionary();
        }

        _holesUpTo = Math.Max(_holesUpTo, Math.Min(_suspectsUpTo, _suspects.Values.DefaultIfEmpty(long.MaxValue).Min() - 1));
    }

    private async Task<List<EventRow>> Fetch(NpgsqlConnection connection, int limit, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select {EventRow.Columns} from mt_events where seq_id > $1 order by seq_id limit $2", connection);
        command.Parameters.Add(new() { Value = Position });
        command.Parameters.Add(new() { Value = limit });

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<EventRow>();

        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(EventRow.Read(reader));
        }

        return rows;
    }
}
