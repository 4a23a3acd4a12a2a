using System.Security.Claims;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>What stands on the wall of an open door at this moment; the key it follows from never leaves this service.</summary>
public sealed record CodeOnWall(string Code, DateTimeOffset ChangesAt, int Seconds)
{
    public static async Task<Results<Ok<CodeOnWall>, ProblemHttpResult>> Get(
        Guid id, int number, ClaimsPrincipal user, [AsParameters] DoorDesk desk, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);
        var now = desk.Clock.GetUtcNow();

        return at switch
        {
            null => refusal.ToProblem(),
            _ when !at.Door.State.IsOpenAt(now) => DoorRefusals.Closed.ToProblem(),
            _ => TypedResults.Ok(Of(desk.Keys.Of(at.Session.Id), now)),
        };
    }

    private static CodeOnWall Of(byte[] key, DateTimeOffset now)
    {
        var changes = WallCode.ChangesAfter(now);
        return new(WallCode.At(key, now), changes, (int)Math.Ceiling((changes - now).TotalSeconds));
    }
}
