using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Completes a session with the code of the authenticator app; wrong codes are counted like wrong passwords.</summary>
public static class ConfirmSecondFactor
{
    public sealed record Request(string Code);

    public static async Task<Results<Ok<Sessions.Opened>, ProblemHttpResult>> Handle(
        string id, Request request, Sessions sessions, Attempts attempts, TotpCodes codes, CancellationToken cancellation)
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
            return Refusals.LoginMustWait.ToProblem(StatusCodes.Status429TooManyRequests);
        }

        if (!await codes.Accept(session.Subject, request.Code, cancellation))
        {
            return Refusals.CodeWrong.ToProblem(StatusCodes.Status401Unauthorized);
        }

        await attempts.Forget(counted, cancellation);
        await sessions.ConfirmSecondFactor(id, session.Role, cancellation);
        return TypedResults.Ok(new Sessions.Opened(id, (session with { TotpDue = false }).Next));
    }
}
