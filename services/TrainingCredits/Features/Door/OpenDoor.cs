using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Lets an organizer record presence at a session from shortly before it until shortly after it; the door then closes by itself.</summary>
public static class OpenDoor
{
    /// <param name="SignUpRequired">Whether only those who have a place come in.</param>
    public sealed record Command(TrainingId Training, Session Session, StaffId OpenedBy, bool SignUpRequired, DateTimeOffset Now);

    public static Decision Decide(SessionDoor door, Command command)
    {
        var session = command.Session;
        var rules = DoorRules.On(session.Date);
        var until = session.EndsAt() + rules.StaysAfter;

        return session switch
        {
            { Mode: Mode.Web } => DoorRefusals.OnsiteOnly,
            _ when command.Now < session.BeginsAt() - rules.OpensBefore => DoorRefusals.TooEarly,
            _ when command.Now >= until => DoorRefusals.Over,
            _ when door.IsOpenAt(command.Now) && door.SignUpRequired == command.SignUpRequired => Decision.Nothing,
            _ => Decision.Append(new DoorOpened(command.Training, session.Id, command.OpenedBy, command.SignUpRequired, command.Now, until)),
        };
    }

    public sealed record Request(bool SignUpRequired = false);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, int number, Request request, ClaimsPrincipal user, [AsParameters] DoorDesk desk, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);

        if (at is null)
        {
            return refusal.ToProblem();
        }

        var command = new Command(at.Training, at.Session, user.Staff(), request.SignUpRequired, desk.Clock.GetUtcNow());
        var decision = await desk.Store.DecideAsync<SessionDoor>(at.Door.Id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
