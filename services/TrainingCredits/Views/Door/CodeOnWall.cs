using System.Security.Claims;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Door;
using Mamis.TrainingCredits.Views.Finder;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>What stands on the wall of an open door at this moment; the key it follows from never leaves this service.</summary>
/// <param name="Link">What its QR code holds: the page to check in on, with the code.</param>
/// <param name="Seconds">Until it changes.</param>
public sealed record CodeOnWall(string Code, Uri Link, DateTimeOffset ChangesAt, int Seconds)
{
    public static async Task<Results<Ok<CodeOnWall>, ProblemHttpResult>> Get(
        Guid id, int number, ClaimsPrincipal user, [AsParameters] DoorDesk desk, FeedAddresses addresses, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);
        var now = desk.Clock.GetUtcNow();

        return at switch
        {
            null => refusal.ToProblem(),
            _ when !at.Door.State.IsOpenAt(now) => DoorRefusals.Closed.ToProblem(),
            _ => TypedResults.Ok(Of(WallCode.At(desk.Keys.Of(at.Session.Id), now), addresses, now)),
        };
    }

    private static CodeOnWall Of(string code, FeedAddresses addresses, DateTimeOffset now)
    {
        var changes = WallCode.ChangesAfter(now);
        return new(code, addresses.CheckIn(code), changes, (int)Math.Ceiling((changes - now).TotalSeconds));
    }
}
