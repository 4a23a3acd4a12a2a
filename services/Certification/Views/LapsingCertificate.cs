using Mamis.Certification.Domain.Eligibility;
using Mamis.EventStore;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>A certificate whose term is over and that no lapse is recorded for, or whose day of a decided loss has come, as far as rows can tell; the decision looks again.</summary>
public sealed record LapsingCertificate
{
    // What an open special measure keeps is left out here, since for years that is almost everything past its term.
    private const string Query =
        """
        select c.id, exists (
            select from application_case a
            where a.physician_id = c.physician_id and a.scheme = c.scheme and a.kind = 'Renewal'
                and a.submitted_on is not null and a.status in ('AwaitingCredits', 'CreditsShort', 'AtDesk', 'Returned')) as renewal_pending
        from certificate_card c
        where c.id > @after and (c.loss_ahead and c.lapsed_on <= @asOf
            or c.lapsed_on is null and c.valid_to < @asOf and (c.grace_until is null or c.grace_until < @asOf)
                and not exists (
                    select from unnest(@schemes, @firsts, @lasts) as open (scheme, first, last)
                    where open.scheme = c.scheme and c.valid_to between open.first and open.last))
        order by c.id limit @limit
        """;

    public required Guid Id { get; init; }

    public required bool RenewalPending { get; init; }

    /// <summary>The next of them by id, so that one that is left as it is does not come again.</summary>
    public static Task<IReadOnlyList<LapsingCertificate>> On(
        DateOnly asOf, Guid after, int limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var open = LatenessRules.On(asOf).Where(it => asOf <= it.Measure.ApplyUntil).ToArray();

        return database.List<LapsingCertificate>(
            Query,
            new
            {
                asOf,
                after,
                limit,
                Schemes = open.Select(it => it.Scheme.ToString()).ToArray(),
                Firsts = open.Select(it => it.Measure.FirstExpiry).ToArray(),
                Lasts = open.Select(it => it.Measure.LastExpiry).ToArray(),
            },
            cancellation);
    }
}
