using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views;

/// <summary>One training with its sessions. Everybody sees designated ones; before that only those who work on it.</summary>
public sealed record TrainingPage(
    Guid Id, string Organizer, string Title, string Prefecture, TrainingStatus? Status, IReadOnlyList<Session> Sessions)
{
    public static async Task<Results<Ok<TrainingPage>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var training = (await store.Load<Training>(id, cancellation)).State;

        return training.Status is not null && training.IsOpenTo(user.AssociationCode(), user.IsStaff())
            ? TypedResults.Ok(new TrainingPage(id, training.Organizer, training.Title, training.Prefecture, training.Status, training.Sessions))
            : Refusals.TrainingUnknown.ToProblem();
    }
}
