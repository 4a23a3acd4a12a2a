using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Closes a door before it closes by itself. What a device without network recorded while it was open still counts.</summary>
public static class CloseDoor
{
    public sealed record Command(SessionId Session, StaffId ClosedBy, DateTimeOffset Now);

    public static Decision Decide(SessionDoor door, Command command) => door.IsOpenAt(command.Now)
        ? Decision.Append(new DoorClosed(command.Session, command.ClosedBy, command.Now))
        : Decision.Nothing;

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, int number, ClaimsPrincipal user, [AsParameters] DoorDesk desk, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);

        if (at is null)
        {
            return refusal.ToProblem();
        }

        var command = new Command(at.Session.Id, user.Staff(), desk.Clock.GetUtcNow());
        var decision = await desk.Store.DecideAsync<SessionDoor>(at.Door.Id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
