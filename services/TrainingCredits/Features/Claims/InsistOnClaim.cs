using System.Security.Claims;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Lets the physician take a claim that the organizer turned down to the prefecture of the training.</summary>
public static class InsistOnClaim
{
    public static Decision Decide(CreditClaim claim, DateOnly today) => claim switch
    {
        { Status: ClaimStatus.AtPrefecture } => Decision.Nothing,
        { Status: not ClaimStatus.TurnedDown } => ClaimRefusals.NotTurnedDown,
        _ when today > claim.AnswerBy => ClaimRefusals.InsistedLate,
        _ => Decision.Append(new ClaimInsistedOn(claim.Claimant, claim.Prefecture, today.AddDays(ClaimRules.On(today).Prefecture))),
    };

    public sealed record Request(string? Statement = null);

    public static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, CancellationToken cancellation) =>
        desk.DecideSaying(id, "statement", request.Statement, user, claim => Decide(claim, desk.Clock.Today()), cancellation);
}
