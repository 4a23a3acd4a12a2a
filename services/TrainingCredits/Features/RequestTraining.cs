using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features;

/// <summary>Asks the prefecture to approve a training (domain.md 4.4, step 2).</summary>
public static class RequestTraining
{
    public sealed record Command(string Organizer, StaffId RequestedBy);

    public static Decision Decide(Training training, Command command) => training switch
    {
        { Status: null } => Refusals.TrainingUnknown,
        _ when training.Organizer != command.Organizer => Refusals.TrainingUnknown,
        { Status: TrainingStatus.Cancelled } => Refusals.TrainingIsCancelled,
        { CanBeRevised: true } => Decision.Append(new TrainingRequested(command.RequestedBy)),
        _ => Decision.Nothing,
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var command = new Command(user.AssociationCode(), user.Staff());
        var decision = await store.DecideAsync<Training>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
