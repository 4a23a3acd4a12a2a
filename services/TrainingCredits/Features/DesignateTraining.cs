using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets the JMA designate an approved training, so that its attendance gives units (domain.md 4.4, step 3).</summary>
public static class DesignateTraining
{
    public sealed record Command(StaffId DesignatedBy);

    public static Decision Decide(Training training, Command command) => training.Status switch
    {
        null => Refusals.TrainingUnknown,
        TrainingStatus.Cancelled => Refusals.TrainingIsCancelled,
        TrainingStatus.Drafted or TrainingStatus.Returned => Refusals.TrainingNotRequested,
        TrainingStatus.Requested => Refusals.TrainingNotApproved,
        TrainingStatus.Approved => Decision.Append(new TrainingDesignated(command.DesignatedBy)),
        _ => Decision.Nothing,
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var command = new Command(user.Staff());
        var decision = await store.DecideAsync<Training>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
