using System.Security.Claims;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>The passkeys of whoever asks.</summary>
/// <param name="Most">How many there may be.</param>
public sealed record PasskeyList(IReadOnlyList<OwnPasskeys.Listed> Passkeys, int Most)
{
    public static async Task<Ok<PasskeyList>> Get(ClaimsPrincipal user, OwnPasskeys passkeys, CancellationToken cancellation) =>
        TypedResults.Ok(new PasskeyList(await passkeys.Of(user.Subject(), cancellation), OwnPasskeys.Most));
}
