using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>Who a session belongs to, for the gateway to show.</summary>
public sealed record SessionState(Guid Subject, string Role, string? Association, string Login, string? Next)
{
    public static async Task<Results<Ok<SessionState>, ProblemHttpResult>> Get(
        string id, Sessions sessions, CancellationToken cancellation) =>
        await sessions.Find(id, cancellation) is { } it
            ? TypedResults.Ok(new SessionState(it.Subject, it.Role, it.Association, it.Login, it.Next))
            : Refusals.SessionEnded.ToProblem();

    /// <summary>Whether tokens with this session's name still hold; a machine client has such a name too.</summary>
    public static async Task<Results<Ok, ProblemHttpResult>> Alive(string sid, Sessions sessions, CancellationToken cancellation) =>
        Guid.TryParse(sid, out var id) && await sessions.IsAlive(id, cancellation)
            ? TypedResults.Ok()
            : Refusals.SessionEnded.ToProblem();
}
