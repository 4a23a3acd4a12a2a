using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Postcards;

/// <summary>A postcard came back: what stands on it opens nothing any more, and no other goes to the same address.</summary>
public static class MarkPostcardReturned
{
    /// <param name="On">Day it came back.</param>
    public sealed record Command(DateOnly On, DateOnly Today, StaffId By);

    public static Decision Decide(Physician physician, Command command) => physician switch
    {
        { IsRegistered: false } => Refusals.PhysicianUnknown,
        { IsActive: true } => Refusals.MyPageActive,
        _ when command.On > command.Today => Refusals.DayInFuture.For("on"),
        { PostcardReturnedOn: { } on } when on == command.On => Decision.Nothing,
        { ProvisionalUntil: null } => Refusals.PostcardNotOut,
        _ => Decision.Append(new PostcardReturned(command.On, command.By)),
    };

    /// <param name="On">Day it came back; today or before.</param>
    public sealed record Request(DateOnly On);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var command = new Command(request.On, clock.Today(), user.Staff());
        var decision = await store.DecideAsync<Physician>(
            id,
            it => it.Standing is { } standing && user.Covers(standing) ? Decide(it, command) : Refusals.PhysicianUnknown,
            changes => changes.Write(ProvisionalLogins.Void(id)).Write(AccessLog.By(user, AccessLog.Postcard, clock.GetUtcNow(), id)),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
