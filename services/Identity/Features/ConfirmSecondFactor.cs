using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Completes a session with the code of the authenticator app, or a recovery code; wrong codes are counted like wrong passwords.</summary>
public static class ConfirmSecondFactor
{
    public sealed record Request(string Code);

    /// <summary>What serves as a second factor.</summary>
    public sealed record Factors(TotpCodes Codes, RecoveryCodes Recovery);

    public static async Task<Results<Ok<Sessions.Opened>, ProblemHttpResult>> Handle(
        string id, Request request, Sessions sessions, Attempts attempts, [AsParameters] Factors factors, CancellationToken cancellation)
    {
        if (await sessions.Find(id, cancellation) is not { } session)
        {
            return Refusals.SessionEnded.ToProblem();
        }

        if (!session.TotpDue)
        {
            return TypedResults.Ok(new Sessions.Opened(id, session.Next));
        }

        var counted = $"totp:{session.Subject}";

        if (!await attempts.Take(counted, cancellation))
        {
            return Refusals.LoginMustWait.ToProblem();
        }

        if (await Means(session.Subject, request.Code, factors, cancellation) is not { } means)
        {
            return Refusals.CodeWrong.ToProblem(StatusCodes.Status401Unauthorized);
        }

        await attempts.Forget(counted, cancellation);
        await sessions.ConfirmSecondFactor(id, session.Role, means, cancellation);
        return TypedResults.Ok(new Sessions.Opened(id, (session with { TotpDue = false }).Next));
    }

    /// <summary>One of <see cref="SignInMeans"/>, or null when the code is wrong. Every code serves once.</summary>
    public static async Task<string?> Means(Guid subject, string code, Factors factors, CancellationToken cancellation) => code.Length switch
    {
        TotpCodes.Digits => await factors.Codes.Accept(subject, code, cancellation) ? SignInMeans.PasswordAndCode : null,
        _ => await factors.Recovery.Use(subject, code, cancellation) ? SignInMeans.PasswordAndRecoveryCode : null,
    };
}
