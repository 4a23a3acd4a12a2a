using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Gives somebody ten codes for the day the authenticator is lost; the password is asked for, and older codes end.</summary>
public static class IssueRecoveryCodes
{
    public sealed record Request(string CurrentPassword);

    /// <summary>The codes, this once.</summary>
    public sealed record Answer(IReadOnlyList<string> Codes);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, PasswordCheck passwords, OwnPassword own, RecoveryCodes codes, CancellationToken cancellation)
    {
        var subject = context.User.Subject();

        if (await passwords.Confirm(subject, request.CurrentPassword, cancellation) is { } refusal)
        {
            return refusal == Refusals.LoginMustWait ? refusal.ToProblem(StatusCodes.Status429TooManyRequests) : refusal.ToProblem();
        }

        if (await own.AccountOf(subject, cancellation) is not { SecondFactor: true })
        {
            return Refusals.SecondFactorMissing.ToProblem();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(await codes.Issue(subject, cancellation)));
    }
}
