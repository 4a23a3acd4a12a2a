using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views;

/// <summary>One training with its sessions. Everybody sees designated ones; before that only those who work on it.</summary>
/// <param name="Version">Also the <c>ETag</c>; whoever changes the training sends it back in <c>If-Match</c>.</param>
public sealed record TrainingPage(
    Guid Id, string Organizer, string Title, string Prefecture, TrainingStatus? Status, IReadOnlyList<Session> Sessions, long Version)
{
    public static async Task<Results<Ok<TrainingPage>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, IEventStore store, HttpResponse response, CancellationToken cancellation)
    {
        var (_, version, training) = await store.Load<Training>(id, cancellation);

        if (!training.IsOpenTo(user.AssociationCode(), user.IsStaff()))
        {
            return Refusals.TrainingUnknown.ToProblem();
        }

        response.ShowVersion(version);
        return TypedResults.Ok(new TrainingPage(
            id, training.Organizer, training.Title, training.Prefecture, training.Status, training.Sessions, version));
    }
}
