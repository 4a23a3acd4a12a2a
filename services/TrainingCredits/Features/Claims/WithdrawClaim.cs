using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Lets the physician take a claim back while a desk has not decided it; another may be made then.</summary>
public static class WithdrawClaim
{
    public static Decision Decide(CreditClaim claim) => claim switch
    {
        { Status: ClaimStatus.Withdrawn } => Decision.Nothing,
        { WaitsAtDesk: true } => Decision.Append(new ClaimWithdrawn()),
        _ => ClaimRefusals.Decided,
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, CancellationToken cancellation)
    {
        if (await desk.Find(id, user, cancellation) is null)
        {
            return ClaimRefusals.Unknown.ToProblem();
        }

        var decision = await desk.Store.DecideAsync<CreditClaim>(id, Decide, cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
