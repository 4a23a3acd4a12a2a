using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Tokens;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Gives the gateway a token for a session, with the role as it is at this moment.</summary>
public static class IssueSessionToken
{
    public sealed record Answer(string AccessToken, int ExpiresIn);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        string id, Sessions sessions, AccessTokens tokens, CancellationToken cancellation) =>
        await sessions.Use(id, cancellation) switch
        {
            null => Refusals.SessionEnded.ToProblem(),
            { TotpDue: true } => Refusals.SessionIncomplete.ToProblem(),
            var it => TypedResults.Ok(new Answer(
                tokens.Issue(new(it.Subject, it.Sid, it.Role, it.Association)), (int)AccessTokens.Lifetime.TotalSeconds)),
        };
}
