using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Views.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Lets the desk at which a claim waits say no and why: the organizer, after which the physician may insist, or the prefecture, finally.</summary>
public static class RefuseClaim
{
    public sealed record Command(StaffId RefusedBy, CreditClaim.Reader Desk, DateOnly Today);

    public static Decision Decide(CreditClaim claim, Command command) => claim switch
    {
        { Status: ClaimStatus.TurnedDown or ClaimStatus.Refused } => Decision.Nothing,
        _ when !claim.WaitsAt(command.Desk) => ClaimRefusals.NotAtDesk,
        { Status: ClaimStatus.AtOrganizer } => Decision.Append(
            new ClaimTurnedDown(claim.Claimant, command.RefusedBy, command.Today.AddDays(ClaimRules.On(command.Today).Insist))),
        _ => Decision.Append(new ClaimRefused(claim.Claimant, command.RefusedBy, command.Desk.Association)),
    };

    public sealed record Request(string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        var reason = fields.Text("reason", request.Reason, ClaimWords.Longest);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await desk.Find(id, user, cancellation) is not { } claim)
        {
            return ClaimRefusals.Unknown.ToProblem();
        }

        var command = new Command(user.Staff(), ClaimDesk.ReaderOf(user), desk.Clock.Today());
        var decision = await desk.Store.DecideAsync<CreditClaim>(
            id, it => Decide(it, command), changes => changes.Say(id, claim.State.Claimant, reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
