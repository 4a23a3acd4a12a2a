using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features;

/// <summary>Plans a training with its sessions (domain.md 4.4, step 1).</summary>
public static class DraftTraining
{
    public sealed record Command(
        string Organizer, StaffId DraftedBy, string Title, string Prefecture, IReadOnlyList<Session> Sessions);

    public static Decision Decide(Training training, Command command)
    {
        if (training.Status is not null)
        {
            return Decision.Nothing;
        }

        return Decision.RefuseOr(
            OfThePaperEra(command.Sessions),
            () => Decision.Append(new TrainingDrafted(
                command.Organizer, command.DraftedBy, command.Title, command.Prefecture, command.Sessions)));
    }

    /// <summary>Every session that is too old to exist in the system (rule U5).</summary>
    public static IReadOnlyList<Refusal> OfThePaperEra(IReadOnlyList<Session> sessions) =>
        [.. sessions.Where(it => CutOver.IsPaperEra(it.Date)).Select(it => Refusals.SystemBeforeCutOver.For($"sessions[{it.Number - 1}].date"))];

    public sealed record Answer(Guid Id, IReadOnlyList<Session> Sessions);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        TrainingRequest request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var id = new TrainingId(Guid.CreateVersion7());
        var fields = new Fields();
        var command = request.Read(fields, id, user);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var decision = await store.DecideAsync<Training>(id.Value, it => Decide(it, command), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Created($"/trainings/{id.Value}", new Answer(id.Value, command.Sessions));
    }
}
