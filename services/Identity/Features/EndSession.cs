using Mamis.Identity.Credentials;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Ends a session at once; ending one that has ended is no error.</summary>
public static class EndSession
{
    public static async Task<NoContent> Handle(string id, Sessions sessions, CancellationToken cancellation)
    {
        await sessions.End(id, cancellation);
        return TypedResults.NoContent();
    }
}
