using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Records that a physician works elsewhere; a non-member's desk follows for what begins from then on.</summary>
public static class ChangeWorkplace
{
    private const int LongestName = 200;

    /// <param name="Prefecture">Two digits.</param>
    /// <param name="Name">Name of the workplace; kept in the document, not in the event.</param>
    /// <param name="KnownName">The name stored so far.</param>
    public sealed record Command(string Prefecture, string Name, string? KnownName);

    public static Decision Decide(Physician physician, Command command)
    {
        if (physician.Standing is not { } standing)
        {
            return Refusals.PhysicianUnknown;
        }

        IReadOnlyList<Refusal> reasons =
        [
            .. Association.IsPrefecture(command.Prefecture) ? [] : new[] { Refusals.PrefectureUnknown },
            .. string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > LongestName ? [Refusals.WorkplaceNameInvalid] : Array.Empty<Refusal>(),
        ];

        return Decision.RefuseOr(reasons, () =>
            standing.WorkplacePrefecture == command.Prefecture && command.Name == command.KnownName
                ? Decision.Nothing
                : Decision.Append(new WorkplaceChanged(standing.County, standing.Prefecture, standing.Jma, command.Prefecture)));
    }

    public sealed record Request(string Prefecture, string Name);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string id, Request request, ClaimsPrincipal user, IEventStore store, People people, TimeProvider clock, CancellationToken cancellation)
    {
        if (PhysicianPage.Whose(id, user) is not { Value: var physician } || await people.Find(physician, cancellation) is not { } person)
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        var command = new Command(request.Prefecture, request.Name.Trim(), person.WorkplaceName);
        var decision = await store.DecideAsync<Physician>(
            physician,
            it => IsReached(user, it) ? Decide(it, command) : Refusals.PhysicianUnknown,
            changes => changes
                .Write(People.Store([person with { WorkplaceName = command.Name }]))
                .Write(AccessLog.By(user, AccessLog.Workplace, clock.GetUtcNow(), physician)),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    private static bool IsReached(ClaimsPrincipal user, Physician physician) =>
        user.Physician() is not null || (physician.Standing is { } standing && user.Covers(standing));
}
