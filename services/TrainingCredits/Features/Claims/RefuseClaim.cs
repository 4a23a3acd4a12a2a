using System.Security.Claims;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Claims;
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

    public static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, CancellationToken cancellation)
    {
        var command = new Command(user.Staff(), ClaimDesk.ReaderOf(user), desk.Clock.Today());
        return desk.DecideSaying(id, "reason", request.Reason, user, claim => Decide(claim, command), cancellation);
    }
}
