using Dapper;
using Mamis.Notifications.Domain;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>How far the runs have looked, and of whom something was heard since: what a run need not look at again.</summary>
/// <remarks>
/// Every term that ends in a looked window was looked at, unless its holder stands among the changed ones. A run keeps this true by
/// moving the windows and forgetting the changes it saw in one transaction, at its end, and only if no other run did so meanwhile;
/// then the next run looks at some terms twice and passes over none.
/// </remarks>
public sealed record LookedWindows(long Version, string Snapshot, IReadOnlyList<LookedWindow> Windows)
{
    public const string Tables =
        """
        create table if not exists looked_windows (
            only_row boolean primary key check (only_row),
            version  bigint  not null,
            kinds    text[]  not null,
            routes   text[]  not null,
            schemes  text[]  not null,
            nearest  date[]  not null,
            horizons date[]  not null
        );
        alter table looked_windows add column if not exists owns text[] not null default '{}', add column if not exists others text[] not null default '{}';

        create table if not exists changed_holders (
            physician_id uuid primary key,
            changed      xid8 not null
        );
        """;

    /// <summary>A part of a statement over rows: their physicians are looked at again, from the moment their change can be seen.</summary>
    public const string Heard =
        """
        changed as (
            insert into changed_holders (physician_id, changed)
            select distinct physician_id, pg_current_xact_id() from rows order by physician_id
            on conflict (physician_id) do update set changed = excluded.changed)
        """;

    private const string Now =
        "select pg_current_snapshot()::text as snapshot, coalesce((select version from looked_windows), 0) as version";

    private const string Looked =
        """
        select w.kind, w.route, w.scheme, w.association, w.others, w.nearest, w.horizon
        from looked_windows l, unnest(l.kinds, l.routes, l.schemes, l.owns, l.others, l.nearest, l.horizons)
            as w (kind, route, scheme, association, others, nearest, horizon)
        """;

    private const string Move =
        """
        insert into looked_windows as l (only_row, version, kinds, routes, schemes, owns, others, nearest, horizons)
        values (true, @Version + 1, @Kinds, @Routes, @Schemes, @Owns, @Others, @Nearest, @Horizons)
        on conflict (only_row) do update
        set version = excluded.version, kinds = excluded.kinds, routes = excluded.routes, schemes = excluded.schemes,
            owns = excluded.owns, others = excluded.others, nearest = excluded.nearest, horizons = excluded.horizons
        where l.version = @Version
        """;

    private const string Settle = "delete from changed_holders where pg_visible_in_snapshot(changed, @Snapshot::pg_snapshot)";

    /// <summary>In the snapshot of a transaction that sees one state of everything.</summary>
    public static async Task<LookedWindows> In(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (snapshot, version) = await connection.QuerySingleAsync<(string, long)>(new CommandDefinition(Now, cancellationToken: cancellation));
        var windows = await connection.QueryAsync<LookedWindow>(new CommandDefinition(Looked, cancellationToken: cancellation));

        return new(version, snapshot, windows.AsList());
    }

    /// <summary>How a window is to be looked through after that.</summary>
    public IReadOnlyList<Stretch> Left(RenewalWindow window) => Stretch.Of(window, Windows.FirstOrDefault(it => it.IsOf(window)));

    /// <summary>Notes that all of these windows were looked at in that snapshot.</summary>
    public async Task MoveTo(IReadOnlyList<RenewalWindow> windows, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var parameters = new Place(Version, Snapshot, windows);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        if (await connection.ExecuteAsync(new CommandDefinition(Move, parameters, cancellationToken: cancellation)) == 1)
        {
            await connection.ExecuteAsync(new CommandDefinition(Settle, parameters, cancellationToken: cancellation));
            await transaction.CommitAsync(cancellation);
        }
    }

    private sealed class Place(long version, string snapshot, IReadOnlyList<RenewalWindow> windows) : WindowRows(windows)
    {
        public long Version => version;

        public string Snapshot => snapshot;
    }
}
