using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets the prefecture in which a training is held approve it and pass it to the JMA (domain.md 4.4, step 2).</summary>
public static class ApproveTraining
{
    public sealed record Command(string Prefecture, StaffId ApprovedBy);

    public static Decision Decide(Training training, Command command) => training switch
    {
        { Status: null } => Refusals.TrainingUnknown,
        _ when training.Prefecture != command.Prefecture => Refusals.TrainingUnknown,
        { Status: TrainingStatus.Cancelled } => Refusals.TrainingIsCancelled,
        { CanBeRevised: true } => Refusals.TrainingNotRequested,
        { Status: TrainingStatus.Requested } => Decision.Append(new TrainingApproved(command.ApprovedBy)),
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
