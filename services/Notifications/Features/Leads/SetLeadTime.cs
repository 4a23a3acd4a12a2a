using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Domain.Leads;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Leads;

/// <summary>An association decides how long before the end of a term it tells its physicians, from a day to come (N1, N2).</summary>
public static class SetLeadTime
{
    private const int YearsAhead = 2;

    public sealed record Command(string Association, NoticeKind? Kind, Scheme? Scheme, int? LeadMonths, DateOnly? Since, StaffId By, DateOnly Today);

    public static Decision Decide(LeadTimes leads, Command command) => Decision.RefuseOr(
        Mistakes(command),
        () => command is { Kind: { } kind, Scheme: { } scheme, Since: { } since } && IsNew(leads, kind, scheme, since, command.LeadMonths)
            ? Decision.Append(new LeadTimeSet(command.Association, kind, scheme, command.LeadMonths, since, command.By))
            : Decision.Nothing);

    /// <param name="Kind"><c>one-year</c> or <c>four-months</c>, as far as the own association gives it.</param>
    /// <param name="Scheme"><c>occupational</c> or <c>sports</c>.</param>
    /// <param name="LeadMonths">0: it is not given; null: as the rule for all says.</param>
    /// <param name="Since">First day in Tokyo; tomorrow at the earliest.</param>
    public sealed record Request(string? Kind = null, string? Scheme = null, int? LeadMonths = null, DateOnly? Since = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var association = user.AssociationCode();
        var command = new Command(
            association, Codes.Find<NoticeKind>(request.Kind), Codes.Find<Scheme>(request.Scheme), request.LeadMonths, request.Since, user.Staff(), clock.Today());
        var decision = await store.DecideAsync<LeadTimes>(LeadTimes.IdOf(association), leads => Decide(leads, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    private static bool IsNew(LeadTimes leads, NoticeKind kind, Scheme scheme, DateOnly since, int? months) =>
        leads.On(since, kind, scheme) is not { } set || (set.Since, set.LeadMonths) != (since, months);

    private static IReadOnlyList<Refusal> Mistakes(Command command)
    {
        var rule = LeadTimeRule.Of(command.Association).FirstOrDefault(it => it.Kind == command.Kind);

        return
        [
            .. When(rule is null, LeadTimeRefusals.KindUnknown),
            .. When(command.Scheme is null, LeadTimeRefusals.SchemeUnknown),
            .. When(command.LeadMonths is { } months && rule?.Allows(months) is false, LeadTimeRefusals.OutOfRange),
            .. When(command.Since is null, LeadTimeRefusals.SinceMissing),
            .. When(command.Since <= command.Today, LeadTimeRefusals.SinceTooEarly),
            .. When(command.Since > command.Today.AddYears(YearsAhead), LeadTimeRefusals.SinceTooLate),
        ];
    }

    private static Refusal[] When(bool wrong, Refusal refusal) => wrong ? [refusal] : [];
}
