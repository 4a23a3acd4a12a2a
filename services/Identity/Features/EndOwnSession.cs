using System.Security.Claims;
using Mamis.Identity.Credentials;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Ends sessions the person does not recognise, or left open somewhere. A stranger's is left alone, and one that is over is no error.</summary>
public static class EndOwnSession
{
    public static async Task<NoContent> Handle(Guid id, ClaimsPrincipal user, OwnSessions sessions, CancellationToken cancellation)
    {
        await sessions.End(user.Subject(), id, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>All but the one that asks.</summary>
    public static async Task<NoContent> Others(ClaimsPrincipal user, OwnSessions sessions, CancellationToken cancellation)
    {
        await sessions.EndOthers(user.Subject(), user.Session(), cancellation);
        return TypedResults.NoContent();
    }
}
