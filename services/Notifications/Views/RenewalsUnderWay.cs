using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;

namespace Mamis.Notifications.Views;

/// <summary>For which terms a renewal was applied, so that nobody is reminded of what is done.</summary>
/// <remarks>
/// The latest word on an application wins, so neither order nor repetition matters and no inbox row is needed. A grant changes
/// nothing here: the term it brings is another one.
/// </remarks>
public static class RenewalsUnderWay
{
    public const string Tables =
        """
        create table if not exists renewals_under_way (
            application_id uuid        primary key,
            physician_id   uuid        not null,
            scheme         text,
            valid_to       date,
            under_way      boolean     not null,
            at             timestamptz not null,
            day            date        not null
        );
        create index if not exists renewals_of_term on renewals_under_way (physician_id, scheme, valid_to);
        """;

    /// <summary>A condition on <c>certificate_terms t</c>.</summary>
    public const string OfTerm =
        """
        exists (
            select from renewals_under_way u
            where u.physician_id = t.physician_id and u.scheme = t.scheme and u.valid_to = t.valid_to and u.under_way)
        """;

    private const string Keep =
        """
        insert into renewals_under_way as u (application_id, physician_id, scheme, valid_to, under_way, at, day)
        select distinct on (application_id) application_id, physician_id, scheme, valid_to, true, at, day from rows order by application_id, at desc
        on conflict (application_id) do update
        set scheme = excluded.scheme, valid_to = excluded.valid_to, under_way = u.under_way or excluded.at > u.at,
            at = greatest(u.at, excluded.at), day = greatest(u.day, excluded.day)
        """;

    private const string Stop =
        """
        insert into renewals_under_way as u (application_id, physician_id, under_way, at, day)
        select application_id, physician_id, false, at, day from rows
        on conflict (application_id) do update set under_way = false, at = excluded.at, day = excluded.day where excluded.at > u.at
        """;

    /// <summary>An application for a new certificate renews no term, and a repeated question to the ledger says nothing new.</summary>
    public static Sql Submitted(IEnumerable<ApplicationSubmitted> applications) => Sql.ForEach(Keep, applications
        .Where(it => it.RenewsTermTo is not null)
        .Select(it => new Row(it.ApplicationId, it.PhysicianId, it.Scheme, it.RenewsTermTo, it.OccurredAt, BusinessCalendar.DayOf(it.OccurredAt))));

    /// <summary>It lies with the physician again, or is over without a grant.</summary>
    public static Sql Stopped(Guid application, Guid physician, DateTimeOffset at) => Sql.For(
        Stop, new Row(application, physician, Scheme: null, ValidTo: null, at, BusinessCalendar.DayOf(at)));

    private sealed record Row(Guid ApplicationId, Guid PhysicianId, string? Scheme, DateOnly? ValidTo, DateTimeOffset At, DateOnly Day);
}
