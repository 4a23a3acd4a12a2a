using System.Runtime.CompilerServices;
using Dapper;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views.Leads;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>One notice that the rules ask for on a day and nobody has scheduled yet.</summary>
public sealed record DueNotice
{
    // Terms in their window, and who tells; without a known standing only the JMA can, and a later run does the rest.
    // `offset 0` and `limit 1` have every row look for itself, as fits a few of very many.
    private const string InWindow =
        """
        from unnest(@kinds, @routes, @schemes, @owns, @others, @leads, @nearest, @horizons, @deadlines, @onlyChanged)
            as w (kind, route, scheme, own, others, lead, nearest, horizon, deadline, only_changed)
        cross join lateral (
            select c.certificate_id, c.physician_id, c.scheme, c.valid_to from certificate_terms c
            where not w.only_changed and c.scheme = w.scheme and c.valid_to between w.nearest and w.horizon and not c.ended
            union all
            select c.* from changed c where w.only_changed and c.scheme = w.scheme and c.valid_to between w.nearest and w.horizon
            offset 0) as t
        left join lateral (
            select k.prefecture, k.desk from standings k where w.route <> 'JmaToPhysician' and k.physician_id = t.physician_id offset 0) as s on true
        cross join lateral (
            select case w.route when 'JmaToPhysician' then 'JMA' when 'PrefectureToMember' then s.prefecture else s.desk end) as a (association)
        """;

    private const string Changed =
        """
        with changed as materialized (
            select t.* from changed_holders h
            cross join lateral (
                select c.certificate_id, c.physician_id, c.scheme, c.valid_to from certificate_terms c
                where c.physician_id = h.physician_id and not c.ended offset 0) as t)
        """;

    private const string Untold =
        $"""
         {Changed}
         select t.certificate_id, t.physician_id, t.scheme, t.valid_to, w.kind, w.route, w.lead, coalesce(w.deadline, t.valid_to) as deadline, a.association
         {InWindow}
         left join lateral (
             select n.id from notice_cards n
             where n.subject = t.certificate_id and n.valid_to = t.valid_to and n.kind = w.kind and n.route = w.route limit 1) as n on true
         where a.association is not null and {WindowRows.Tells} and n.id is null
         """;

    // What the server believes of the number of notices is as old as its statistics, and in a run they come by the thousand.
    private const string ByIndex = "set local enable_seqscan = off; set local jit = off";

    private const string InAll = $"{Changed} select w.kind, count(*)::integer as number {InWindow} where a.association is not null and {WindowRows.Tells} group by w.kind";

    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required Scheme Scheme { get; init; }

    public required DateOnly ValidTo { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeRoute Route { get; init; }

    public required int Lead { get; init; }

    /// <summary>The lead counts back from it: the end of the term, or of the special measure.</summary>
    public required DateOnly Deadline { get; init; }

    public required string Association { get; init; }

    /// <summary>Reads them as they come from the server, in the snapshot of the connection's transaction, so that memory does not grow with their number.</summary>
    public static async IAsyncEnumerable<DueNotice> In(
        IEnumerable<Stretch> stretches, NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await connection.ExecuteAsync(new CommandDefinition(ByIndex, cancellationToken: cancellation));

        await foreach (var due in connection.QueryUnbufferedAsync<DueNotice>(Untold, Parameters([.. stretches])).WithCancellation(cancellation))
        {
            yield return due;
        }
    }

    /// <summary>How many notices there are to be in all, by kind, scheduled or not.</summary>
    public static async Task<IReadOnlyDictionary<NoticeKind, int>> Count(
        DateOnly asOf, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var whole = (await OwnLeads.WindowsOn(asOf, database, cancellation)).SelectMany(it => Stretch.Of(it, looked: null));

        return (await database.List<KindCount>(InAll, Parameters([.. whole]), cancellation)).ToDictionary(it => it.Kind, it => it.Number);
    }

    private static object Parameters(IReadOnlyCollection<Stretch> stretches) => new
    {
        Kinds = stretches.Select(it => $"{it.Window.Kind}").ToArray(),
        Routes = stretches.Select(it => $"{it.Window.Route}").ToArray(),
        Schemes = stretches.Select(it => $"{it.Window.Scheme}").ToArray(),
        Owns = stretches.Select(it => it.Window.Association).ToArray(),
        Others = stretches.Select(it => it.Window.Others).ToArray(),
        Leads = stretches.Select(it => it.Window.LeadMonths).ToArray(),
        Nearest = stretches.Select(it => it.Nearest).ToArray(),
        Horizons = stretches.Select(it => it.Horizon).ToArray(),
        Deadlines = stretches.Select(it => it.Window.Deadline).ToArray(),
        OnlyChanged = stretches.Select(it => it.OnlyChanged).ToArray(),
    };

    private sealed record KindCount
    {
        public required NoticeKind Kind { get; init; }

        public required int Number { get; init; }
    }
}
