using Mamis.Identity.Credentials;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using OtpNet;

namespace Mamis.Identity.Features.SecondFactor;

/// <summary>Offers a second factor to whoever has none: a secret for an authenticator app, for the password and this once.</summary>
public static class OfferSecondFactor
{
    public sealed record Request(string CurrentPassword);

    /// <param name="Secret">In base32, to be typed into the app.</param>
    /// <param name="Address">The same as an <c>otpauth</c> address, to be scanned.</param>
    /// <param name="Minutes">How long the offer waits for the first code.</param>
    public sealed record Answer(string Secret, string Address, int Minutes);

    /// <summary>What it works with.</summary>
    public sealed record Tools(PasswordCheck Passwords, OwnPassword Own, OwnSecondFactor Factor, RelyingParty Site);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var subject = context.User.Subject();

        if (await tools.Passwords.Confirm(subject, request.CurrentPassword, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (await tools.Own.AccountOf(subject, cancellation) is not { SecondFactor: false } account)
        {
            return Refusals.SecondFactorOn.ToProblem();
        }

        var secret = await tools.Factor.Offer(subject, cancellation);
        var address = new OtpUri(OtpType.Totp, secret, account.UserName, tools.Site.Domain).ToString();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(secret, address, (int)OwnSecondFactor.Lifetime.TotalMinutes));
    }
}
