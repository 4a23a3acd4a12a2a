using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Domain.Leads;
using Npgsql;

namespace Mamis.Notifications.Views.Leads;

/// <summary>What the associations set for themselves, to be read by every run.</summary>
public sealed class OwnLeads : IInlineView
{
    private const string InForce =
        """
        select association, kind, scheme, lead_months from (
            select distinct on (association, kind, scheme) association, kind, scheme, lead_months from own_leads
            where since <= @day order by association, kind, scheme, since desc, version desc) as latest
        where lead_months is not null
        """;

    private const string Insert =
        """
        insert into own_leads (association, kind, scheme, lead_months, since, version)
        select association, kind, scheme, lead_months, since, version from rows
        """;

    public string Name => "own-leads";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["own_leads"];

    public string Schema =>
        """
        create table if not exists own_leads (
            association text    not null,
            kind        text    not null,
            scheme      text    not null,
            lead_months integer,
            since       date    not null,
            version     bigint  not null,
            primary key (association, version)
        );
        """;

    /// <summary>The windows of a day: those of the rule for all, and of the associations that differ from it.</summary>
    public static async Task<IReadOnlyList<RenewalWindow>> WindowsOn(DateOnly day, NpgsqlDataSource database, CancellationToken cancellation) =>
        RenewalNoticeRule.WindowsOn(day, await On(day, database, cancellation));

    /// <summary>Who differs on a day, and how.</summary>
    public static Task<IReadOnlyList<OwnLead>> On(DateOnly day, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.List<OwnLead>(InForce, new { day }, cancellation);

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var rows = events.Select(e => e.Data is LeadTimeSet it ? new Row(it.Association, it.Kind, it.Scheme, it.LeadMonths, it.Since, e.Version) : null)
            .OfType<Row>().ToArray();

        if (rows.Length > 0)
        {
            yield return Sql.ForEach(Insert, rows);
        }
    }

    private sealed record Row(string Association, NoticeKind Kind, Kernel.Scheme Scheme, int? LeadMonths, DateOnly Since, long Version);
}
