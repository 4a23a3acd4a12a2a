using System.Security.Claims;
using Mamis.Identity.Domain;
using Mamis.Identity.Tokens;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Ends a machine client for good, and with it the tokens it holds; ending it twice is no error.</summary>
public static class RevokeMachineClient
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string id, ClaimsPrincipal user, ClientRegister register, CancellationToken cancellation)
    {
        if (await register.Find(id, cancellation) is null)
        {
            return Refusals.ClientUnknown.ToProblem();
        }

        await register.Revoke(id, user.Subject(), cancellation);
        return TypedResults.NoContent();
    }
}
