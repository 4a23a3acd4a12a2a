using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Domain.Leads;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Leads;

/// <summary>How long before the end of a term the own association tells its physicians, and what it may set.</summary>
public static class LeadTimeList
{
    /// <param name="Leads">Every notice the association gives.</param>
    /// <param name="Elsewhere">Who else differs today; for the JMA only.</param>
    public sealed record Answer(string Association, IReadOnlyList<Line> Leads, IReadOnlyList<OwnLead> Elsewhere);

    /// <param name="Months">What holds today; 0 where the association does not tell.</param>
    /// <param name="Since">Since when it is the association's own; null where the rule for all holds.</param>
    /// <param name="ForAll">The rule for all; null where it does not ask for this notice.</param>
    /// <param name="Shortest">The least that may be set.</param>
    /// <param name="Longest">The most that may be set.</param>
    /// <param name="MayBeLeft">It may be set to 0.</param>
    /// <param name="Coming">What was set for later days, the nearest first.</param>
    public sealed record Line(
        NoticeKind Kind, Scheme Scheme, int? Months, DateOnly? Since, int? ForAll, int Shortest, int Longest, bool MayBeLeft, IReadOnlyList<Later> Coming);

    /// <param name="Months">Null: the rule for all holds again.</param>
    public sealed record Later(int? Months, DateOnly Since);

    public static async Task<Ok<Answer>> Get(
        ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var (association, today) = (user.AssociationCode(), clock.Today());
        var leads = (await store.Load<LeadTimes>(LeadTimes.IdOf(association), cancellation)).State;
        var lines = LeadTimeRule.Of(association)
            .SelectMany(rule => Enum.GetValues<Scheme>().Select(scheme => Of(rule, scheme, leads, today)));
        var elsewhere = user.IsInRole(Roles.JmaStaff) ? await OwnLeads.On(today, database, cancellation) : [];

        return TypedResults.Ok(new Answer(association, [.. lines], [.. elsewhere.Where(it => it.Association != association)]));
    }

    private static Line Of(LeadTimeRule rule, Scheme scheme, LeadTimes leads, DateOnly today)
    {
        var forAll = RenewalNoticeRule.LeadForAll(rule.Kind, scheme, today);
        var own = leads.On(today, rule.Kind, scheme) is { LeadMonths: not null } it ? it : null;
        var coming = leads.Set.Where(it => (it.Kind, it.Scheme) == (rule.Kind, scheme) && it.Since > today)
            .GroupBy(it => it.Since).OrderBy(it => it.Key).Select(it => new Later(it.Last().LeadMonths, it.Key));

        return new(rule.Kind, scheme, own?.LeadMonths ?? forAll, own?.Since, forAll, rule.Shortest, rule.Longest, rule.MayBeLeft, [.. coming]);
    }
}
