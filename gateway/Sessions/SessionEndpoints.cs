using System.Net;
using Mamis.Gateway.Limits;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Gateway.Sessions;

/// <summary>How people sign in and out. Identity decides; the gateway only keeps the session's name in a cookie.</summary>
public static class SessionEndpoints
{
    private static readonly Refusal NotSignedIn = new("SIGN_IN_REQUIRED", "There is no session, or it has ended. Sign in at POST /session.");

    public sealed record Credentials(string Login, string Password);

    public sealed record SecondFactor(string Code);

    /// <summary>What the session still waits for.</summary>
    public sealed record Pending(string Next);

    public static void MapSessions(this WebApplication app)
    {
        var session = app.MapGroup("/session").AllowAnonymous();
        session.MapPost("", Begin).WithMetadata(new FailedSignIns.Guarded());
        session.MapPost("/totp", Totp).WithMetadata(new FailedSignIns.Guarded());
        session.MapPost("/passkey-challenge", PasskeyEndpoints.Ask).WithMetadata(new RateLimits.Costly());
        session.MapPost("/passkey", PasskeyEndpoints.Begin).WithMetadata(new FailedSignIns.Guarded());
        session.MapDelete("", End);
        session.MapGet("", Describe);
    }

    private static async Task<IResult> Begin(
        Credentials request, HttpResponse response, IdentitySessions identity, SessionCookie cookie, FailedSignIns failures, CancellationToken cancellation)
    {
        if (failures.IsBarred(request.Login, response))
        {
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var answer = await identity.Begin(request.Login, request.Password, cancellation);

        if (answer.Session is { } opened)
        {
            cookie.Give(response, opened.SessionId);
        }
        else if (answer.Status == HttpStatusCode.Unauthorized)
        {
            failures.Count(request.Login);
        }

        return Said(answer);
    }

    private static async Task<IResult> Totp(
        SecondFactor request, HttpContext context, IdentitySessions identity, SessionCookie cookie,
        Recently<SessionAuthentication.SignedIn?> recently, FailedSignIns failures, CancellationToken cancellation)
    {
        if (!cookie.TryRead(context.Request, out var sessionId))
        {
            return Closed(context);
        }

        if (failures.IsBarred(sessionId, context.Response))
        {
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var answer = await identity.Totp(sessionId, request.Code, cancellation);
        recently.Forget(sessionId);

        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            failures.Count(sessionId);
        }

        // A session that has gained rights may come back under a new name.
        if (answer.Session is { } opened && opened.SessionId != sessionId)
        {
            cookie.Give(context.Response, opened.SessionId);
        }

        return Said(answer);
    }

    private static async Task<NoContent> End(
        HttpContext context, IdentitySessions identity, SessionCookie cookie, Recently<SessionAuthentication.SignedIn?> recently, CancellationToken cancellation)
    {
        if (cookie.TryRead(context.Request, out var sessionId))
        {
            await identity.End(sessionId, cancellation);
            recently.Forget(sessionId);
        }

        SessionCookie.TakeBack(context.Response);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Describe(
        HttpContext context, IdentitySessions identity, SessionCookie cookie, CancellationToken cancellation) =>
        cookie.TryRead(context.Request, out var sessionId) && await identity.Describe(sessionId, cancellation) is { } who
            ? TypedResults.Text(who, "application/json")
            : Closed(context);

    private static ProblemHttpResult Closed(HttpContext context)
    {
        SessionCookie.TakeBack(context.Response);
        var problem = NotSignedIn.ToProblem().ProblemDetails;
        problem.Status = StatusCodes.Status401Unauthorized;
        return TypedResults.Problem(problem);
    }

    /// <summary>What Identity said, without the session's name.</summary>
    public static IResult Said(IdentitySessions.Answer answer) => answer switch
    {
        { Session.Next: { Length: > 0 } next } => TypedResults.Ok(new Pending(next)),
        { Status: HttpStatusCode.OK or HttpStatusCode.NoContent } => TypedResults.NoContent(),
        { Body.Length: > 0 } => TypedResults.Text(answer.Body, "application/problem+json", statusCode: (int)answer.Status),
        _ => TypedResults.StatusCode((int)answer.Status),
    };
}
