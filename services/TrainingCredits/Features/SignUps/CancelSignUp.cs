using System.Security.Claims;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.SignUps;

/// <summary>Takes back a sign-up; whoever has waited longest moves up in the same moment.</summary>
public static class CancelSignUp
{
    public static Decision Decide(SessionPlaces places, SignUp.Command command) => places switch
    {
        _ when !places.Has(command.Physician) => Decision.Nothing,
        _ when command.Now >= command.Session.BeginsAt() => Refusals.SignUpClosed,
        { Waiting: [var next, ..] } when places.Taken.Contains(command.Physician) => Decision.Append(
            new PlaceGivenUp(command.Training, command.Physician), new PlaceTaken(command.Training, next)),
        _ => Decision.Append(new PlaceGivenUp(command.Training, command.Physician)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, int number, ClaimsPrincipal user, SignUpDesk desk, CancellationToken cancellation) =>
        await desk.InTurn(id, number, user, Decide, cancellation) is { IsRefused: true } refused
            ? refused.ToProblem()
            : TypedResults.NoContent();
}
