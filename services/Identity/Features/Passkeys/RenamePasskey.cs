using System.Security.Claims;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Passkeys;

/// <summary>Gives a passkey another name. It opens no more and no less by it, so nothing is asked and nobody told.</summary>
public static class RenamePasskey
{
    public sealed record Request(string Name);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, OwnPasskeys passkeys, CancellationToken cancellation)
    {
        if (RegisterPasskey.NameReasons(request.Name).Any())
        {
            return Refusals.PasskeyNameInvalid.ToProblem();
        }

        return await passkeys.Rename(user.Subject(), id, request.Name.Trim(), cancellation)
            ? TypedResults.NoContent()
            : Refusals.PasskeyUnknown.ToProblem();
    }
}
