using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Opens a session for whoever knows login and password; a second factor or the first login may still be due.</summary>
public static class OpenSession
{
    private const int LongestInput = 320;

    public sealed record Request(string Login, string Password);

    public static async Task<Results<Ok<Sessions.Opened>, ProblemHttpResult>> Handle(
        Request request, PasswordCheck passwords, Sessions sessions, CancellationToken cancellation)
    {
        if (request.Login.Length > LongestInput || request.Password.Length > LongestInput)
        {
            return Refusals.LoginFailed.ToProblem(StatusCodes.Status401Unauthorized);
        }

        return await passwords.Check(request.Login, request.Password, cancellation) switch
        {
            { MustWait: true } => Refusals.LoginMustWait.ToProblem(),
            { Person: { } person } => TypedResults.Ok(await sessions.Begin(person, cancellation)),
            _ => Refusals.LoginFailed.ToProblem(StatusCodes.Status401Unauthorized),
        };
    }
}
