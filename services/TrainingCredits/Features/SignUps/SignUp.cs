using System.Security.Claims;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.SignUps;

/// <summary>Gives a physician a place in a session, or the end of its waiting list (domain.md 4.4, step 4: first come, first served).</summary>
public static class SignUp
{
    public sealed record Command(PhysicianId Physician, TrainingId Training, Session Session, DateTimeOffset Now);

    public static Decision Decide(SessionPlaces places, Command command) => places switch
    {
        _ when places.Has(command.Physician) => Decision.Nothing,
        _ when command.Now >= command.Session.BeginsAt() => Refusals.SignUpClosed,
        _ when places.IsFull(command.Session.Capacity) => Decision.Append(new PlaceAwaited(command.Training, command.Physician)),
        _ => Decision.Append(new PlaceTaken(command.Training, command.Physician)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, int number, ClaimsPrincipal user, SignUpDesk desk, CancellationToken cancellation) =>
        await desk.InTurn(id, number, user, Decide, cancellation) is { IsRefused: true } refused
            ? refused.ToProblem()
            : TypedResults.NoContent();
}
