using Mamis.Identity.Credentials;
using Mamis.Identity.Credentials.Passkeys;
using Mamis.Identity.Domain;
using Mamis.Identity.Features.SecondFactor;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using OtpNet;

namespace Mamis.Identity.Features.Staff;

/// <summary>The first of two steps behind a link: a new password, or the present one, and the secret for an authenticator app.</summary>
public static class BeginStaffFactor
{
    /// <param name="Password">The invited chooses one; who replaces an authenticator types the present one.</param>
    public sealed record Request(string Key, string Password);

    /// <summary>What it works with.</summary>
    public sealed record Tools(StaffLinks Links, PasswordCheck Passwords, OwnSecondFactor Factor, RelyingParty Site);

    public static async Task<Results<Ok<OfferSecondFactor.Answer>, ProblemHttpResult>> Handle(
        Request request, HttpResponse response, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        if (await tools.Links.Find(request.Key, cancellation) is not { } link)
        {
            return Refusals.LinkOver.ToProblem();
        }

        if (await Reasons(link, request.Password, tools, cancellation) is { Count: > 0 } reasons)
        {
            return reasons.ToProblem();
        }

        var secret = await tools.Factor.Offer(link.StaffId, cancellation);
        var address = new OtpUri(OtpType.Totp, secret, link.Email, tools.Site.Domain).ToString();
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new OfferSecondFactor.Answer(secret, address, (int)OwnSecondFactor.Lifetime.TotalMinutes));
    }

    private static async Task<IReadOnlyList<Refusal>> Reasons(StaffLinks.Open link, string password, Tools tools, CancellationToken cancellation)
    {
        if (!link.IsInvitation)
        {
            return await tools.Passwords.Confirm(link.StaffId, password, cancellation) is { } wrong ? [wrong.For("password")] : [];
        }

        var reasons = PasswordRules.Reasons(password, secondFactor: true, OwnWords.Of(null, link.Email));

        if (reasons.Count == 0)
        {
            await tools.Links.KeepPassword(link.StaffId, password, cancellation);
        }

        return reasons;
    }
}
