using Mamis.Notifications.Domain;
using Mamis.Notifications.Views.Leads;
using Npgsql;

namespace Mamis.Notifications.Views.Coverage;

/// <summary>Holds what the rules asked for on a day, by the terms and desks known on that day, against the notices there are (G2).</summary>
/// <remarks>Built from the histories and the rules alone, never from what the runs looked at, so that a fault of a run shows here.</remarks>
public static class CoverageQuery
{
    /// <summary>The relation <c>lines</c>, one row for each notice asked for.</summary>
    public const string Lines =
        $"""
        with windows as (
            select * from unnest(@kinds, @routes, @schemes, @owns, @others, @nearest, @horizons)
                as w (kind, route, scheme, own, others, nearest, horizon)),
        known as materialized (
            select t.certificate_id, t.physician_id, t.number, t.scheme, t.valid_to, s.desk, s.desk_prefecture, s.prefecture,
                t.day = @on or s.day = @on as since_today,
                exists (
                    select from renewals_under_way u
                    where u.physician_id = t.physician_id and u.scheme = t.scheme and u.valid_to = t.valid_to and (u.under_way or u.day >= @on)) as applied
            from (select scheme, min(nearest) as nearest, max(horizon) as horizon from windows group by scheme) as w
            cross join lateral (
                select h.certificate_id, h.physician_id, h.number, h.scheme, h.valid_to, h.day from term_history h
                where h.scheme = w.scheme and h.valid_to between w.nearest and w.horizon and h.day <= @on and not exists (
                    select from term_history l where l.certificate_id = h.certificate_id and l.version > h.version and l.day <= @on)
                offset 0) as t
            left join lateral (
                select k.desk, k.desk_prefecture, k.prefecture, k.day from standing_history k
                where k.physician_id = t.physician_id and k.day <= @on order by k.version desc limit 1) as s on true
            where @association = 'JMA' or s.desk = @association or s.desk_prefecture = @association),
        asked as (
            select k.certificate_id, k.physician_id, k.number, k.scheme, k.valid_to, w.kind, w.route, a.association,
                k.since_today as known_since_today, k.applied
            from windows w
            join known k on k.scheme = w.scheme and k.valid_to between w.nearest and w.horizon
            cross join lateral (
                select case w.route when 'JmaToPhysician' then 'JMA' when 'PrefectureToMember' then k.prefecture else k.desk end as association) as a
            where (w.route <> 'PrefectureToMember' or k.prefecture is not null) and {WindowRows.Tells}),
        lines as (
            select a.certificate_id, a.physician_id, a.number, a.scheme, a.valid_to, a.kind, a.route, a.association, n.scheduled_at,
                case
                    when n.number > 1 then 'Unexplained'
                    when n.code = '{Reasons.AlreadyApplied}' and not a.applied then 'Unexplained'
                    when n.state in ('Waived', 'Returned') then 'Explained'
                    when n.state in ('Sent', 'Listed', 'Delivered') then 'Told'
                    when n.number = 1 then 'UnderWay'
                    when a.association is null or a.known_since_today then 'Explained'
                    else 'Unexplained'
                end as outcome,
                case
                    when n.number > 1 then 'TOLD_TWICE'
                    when n.code = '{Reasons.AlreadyApplied}' and not a.applied then 'NOT_TOLD'
                    when n.number = 1 then n.code
                    when a.association is null then 'DESK_UNKNOWN'
                    when a.known_since_today then 'KNOWN_SINCE_TODAY'
                    else 'NOT_TOLD'
                end as code
            from asked a
            cross join lateral (
                select count(*) as number, max(c.state) as state, max(c.code) as code, min(c.scheduled_at) as scheduled_at from notice_cards c
                where c.subject = a.certificate_id and c.valid_to = a.valid_to and c.kind = a.kind and c.route = a.route) as n)
        """;

    /// <summary>What the relation is asked for, by the rules and the lead times that held on the day.</summary>
    public static async Task<Parameters> ParametersOf(CoverageRequest request, NpgsqlDataSource database, CancellationToken cancellation) =>
        new(request.On, request.Association, await OwnLeads.WindowsOn(request.On, database, cancellation));

    /// <param name="on">The day.</param>
    /// <param name="association">Whose physicians: those it reaches (D4).</param>
    /// <param name="windows">What is told when.</param>
    public sealed class Parameters(DateOnly on, string association, IReadOnlyList<RenewalWindow> windows) : WindowRows(windows)
    {
        public DateOnly On => on;

        public string Association => association;
    }
}
