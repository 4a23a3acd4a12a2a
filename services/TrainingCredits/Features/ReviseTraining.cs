using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets the organizer change a draft, or what a desk has sent back, as a whole (domain.md 4.4, step 1).</summary>
public static class ReviseTraining
{
    public static Decision Decide(Training training, DraftTraining.Command command) => training switch
    {
        { Status: null } => Refusals.TrainingUnknown,
        _ when training.Organizer != command.Organizer => Refusals.TrainingUnknown,
        { Status: TrainingStatus.Cancelled } => Refusals.TrainingIsCancelled,
        { CanBeRevised: false } => Refusals.TrainingNotDraft,
        _ when Says(training, command) => Decision.Nothing,
        _ => Decision.RefuseOr(
            DraftTraining.OfThePaperEra(command.Sessions),
            () => Decision.Append(new TrainingRevised(command.DraftedBy, command.Title, command.Prefecture, command.Sessions))),
    };

    /// <remarks>Two people of one organizer may have the same draft open; the slower one is told instead of undoing the other's work.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, TrainingRequest request, HttpContext call, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var fields = new Fields();
        var command = request.Read(fields, new(id), user);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var stream = await store.Load<Training>(id, cancellation);
        var decision = Decide(stream.State, command);

        if (decision.IsRefused)
        {
            return decision.ToProblem();
        }

        if (call.Request.DiffersFrom(stream.Version) is { } changed)
        {
            return changed;
        }

        await store.Append(new Changes().Append<Training>(id, stream.Version, decision.Events), cancellation);
        call.Response.ShowVersion(stream.Version + decision.Events.Count);
        return TypedResults.NoContent();
    }

    private static bool Says(Training training, DraftTraining.Command command) =>
        training.Title == command.Title && training.Prefecture == command.Prefecture && training.Sessions.SequenceEqual(command.Sessions);
}
