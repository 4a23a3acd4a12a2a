using Npgsql;

namespace Mamis.EventStore.Postgres;

/// <summary>The transactions that may still append, and the first sequence number each is known to have drawn.</summary>
internal static class Writers
{
    private const string Query =
        """
        select t.virtualtransaction, coalesce(min((a.classid::bigint << 32 | a.objid::bigint) - mamis_drawn_lock()), 0)
        from pg_locks t
        left join pg_locks a
            on a.virtualtransaction = t.virtualtransaction and a.locktype = 'advisory' and a.database = t.database
            and a.objsubid = 1 and (a.classid::bigint << 32 | a.objid::bigint) >> 40 = mamis_drawn_lock() >> 40
        where t.locktype = 'relation' and t.mode = 'RowExclusiveLock' and t.granted
            and t.database = (select oid from pg_database where datname = current_database())
            and t.relation in ('mt_streams'::regclass, 'mt_events'::regclass)
        group by t.virtualtransaction
        """;

    /// <summary>By virtual transaction id; 0 for a transaction that has drawn nothing it told of, so that it can fill any gap.</summary>
    public static async Task<Dictionary<string, long>> Now(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var writers = new Dictionary<string, long>();

        while (await reader.ReadAsync(cancellation))
        {
            writers[reader.GetString(0)] = reader.GetInt64(1);
        }

        return writers;
    }
}
