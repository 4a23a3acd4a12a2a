using System.Runtime.CompilerServices;
using Dapper;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>One notice that the rules ask for on a day and nobody has scheduled yet.</summary>
public sealed record DueNotice
{
    // Terms in their window, and who tells; without a known standing only the JMA can, and a later run does the rest.
    // `offset 0` has every window look into the index of the terms, and every term into that of the standings: a few of very many.
    private const string Windows =
        """
        from unnest(@kinds, @routes, @schemes, @leads, @nearest, @horizons, @deadlines) as w (kind, route, scheme, lead, nearest, horizon, deadline)
        cross join lateral (
            select c.certificate_id, c.physician_id, c.scheme, c.valid_to from certificate_terms c
            where c.scheme = w.scheme and c.valid_to between w.nearest and w.horizon and not c.ended
        """;

    private const string Desks =
        """
            offset 0) as t
        left join lateral (
            select k.prefecture, k.desk from standings k where k.physician_id = t.physician_id offset 0) as s on true
        cross join lateral (
            select case w.route when 'JmaToPhysician' then 'JMA' when 'PrefectureToMember' then s.prefecture else s.desk end) as a (association)
        where a.association is not null
        """;

    private const string NotYet =
        """
        and not exists (
            select from notice_cards n
            where n.subject = t.certificate_id and n.valid_to = t.valid_to and n.kind = w.kind and n.route = w.route)
        """;

    private const string InWindow = $"{Windows} {Desks}";

    private const string Untold = $"{Windows} and {ToldMarks.Missing} {Desks} {NotYet}";

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

    /// <summary>Reads them as they come from the server, in one snapshot, so that memory does not grow with their number.</summary>
    public static async IAsyncEnumerable<DueNotice> On(
        DateOnly asOf, NpgsqlDataSource database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Query =
            $"""
             select t.certificate_id, t.physician_id, t.scheme, t.valid_to, w.kind, w.route, w.lead, coalesce(w.deadline, t.valid_to) as deadline, a.association
             {Untold}
             """;
        await using var connection = await database.OpenConnectionAsync(cancellation);

        await foreach (var due in connection.QueryUnbufferedAsync<DueNotice>(Query, Parameters(asOf)).WithCancellation(cancellation))
        {
            yield return due;
        }
    }

    /// <summary>How many notices there are to be in all, by kind, scheduled or not.</summary>
    public static async Task<IReadOnlyDictionary<NoticeKind, int>> Count(
        DateOnly asOf, NpgsqlDataSource database, CancellationToken cancellation)
    {
        const string Query = $"select w.kind, count(*)::integer as number {InWindow} group by w.kind";
        return (await database.List<KindCount>(Query, Parameters(asOf), cancellation)).ToDictionary(it => it.Kind, it => it.Number);
    }

    private static object Parameters(DateOnly asOf)
    {
        var windows = RenewalNoticeRule.WindowsOn(asOf);
        return new
        {
            Kinds = windows.Select(it => it.Kind.ToString()).ToArray(),
            Routes = windows.Select(it => it.Route.ToString()).ToArray(),
            Schemes = windows.Select(it => it.Scheme.ToString()).ToArray(),
            Leads = windows.Select(it => it.LeadMonths).ToArray(),
            Nearest = windows.Select(it => it.Nearest).ToArray(),
            Horizons = windows.Select(it => it.Horizon).ToArray(),
            Deadlines = windows.Select(it => it.Deadline).ToArray(),
        };
    }

    private sealed record KindCount
    {
        public required NoticeKind Kind { get; init; }

        public required int Number { get; init; }
    }
}
