using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Views.Claims;
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

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        var statement = fields.Text("statement", request.Statement, ClaimWords.Longest);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await desk.Find(id, user, cancellation) is not { } claim)
        {
            return ClaimRefusals.Unknown.ToProblem();
        }

        var decision = await desk.Store.DecideAsync<CreditClaim>(
            id, it => Decide(it, desk.Clock.Today()), changes => changes.Say(id, claim.State.Claimant, statement), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
