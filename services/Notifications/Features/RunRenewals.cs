using System.Security.Claims;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features;

/// <summary>What a scheduler outside, or staff of the JMA, call for a day; repeating a run, or running two at once, adds nothing.</summary>
public static class RunRenewals
{
    public const string Scope = "renewal-runs";

    public sealed record Request(string? AsOf = null);

    public sealed record Answer(DateOnly AsOf, int Created, int Existing, IReadOnlyDictionary<NoticeKind, Counts> ByKind);

    public sealed record Counts(int Created, int Existing);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request? request, ClaimsPrincipal user, RunRenewalDay run, TimeProvider clock, CancellationToken cancellation)
    {
        if (!user.IsInRole(Roles.JmaStaff) && !user.HasScope(Scope))
        {
            return Refusals.RunsNotAllowed.ToProblem();
        }

        var (asOf, refusal) = RunDay.Read(request?.AsOf, clock.Today());

        return refusal is null
            ? TypedResults.Ok(await run.On(asOf, StarterOf(user), cancellation))
            : refusal.ToProblem();
    }

    private static Starter StarterOf(ClaimsPrincipal user) =>
        new(user.IsInRole(Roles.JmaStaff) ? StarterKind.Person : StarterKind.Client, user.Subject());
}
