using System.Security.Claims;
using Mamis.Identity.Credentials;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>What somebody signs in with, as far as there is something to do about it.</summary>
public sealed record CredentialState(string Login, string? Email, bool EmailConfirmed, bool SecondFactor, int RecoveryCodesLeft, int ShortestPassword)
{
    /// <summary>A machine client has no account, and so nothing to change here.</summary>
    public static async Task<Results<Ok<CredentialState>, NotFound>> Get(
        ClaimsPrincipal user, OwnPassword own, RecoveryCodes codes, CancellationToken cancellation) =>
        await own.AccountOf(user.Subject(), cancellation) is { } account
            ? TypedResults.Ok(new CredentialState(
                account.UserName,
                account.Email,
                account.EmailConfirmed,
                account.SecondFactor,
                await codes.Left(user.Subject(), cancellation),
                account.SecondFactor ? PasswordRules.ShortestWithSecondFactor : PasswordRules.ShortestAlone))
            : TypedResults.NotFound();
}
