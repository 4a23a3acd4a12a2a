using System.Security.Claims;
using Mamis.Identity.Credentials;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>Where somebody is signed in, for that person alone.</summary>
public sealed record SessionList(IEnumerable<SessionList.Item> Sessions)
{
    /// <summary>One session; <c>Current</c> is the one that asks.</summary>
    public sealed record Item(Guid Id, DateTimeOffset BeganAt, DateTimeOffset SeenAt, string Means, bool Current);

    public static async Task<Ok<SessionList>> Get(ClaimsPrincipal user, OwnSessions sessions, CancellationToken cancellation)
    {
        var listed = await sessions.Of(user.Subject(), cancellation);
        return TypedResults.Ok(new SessionList(listed.Select(it => new Item(it.Sid, it.BeganAt, it.SeenAt, it.Means, it.Sid == user.Session()))));
    }
}
