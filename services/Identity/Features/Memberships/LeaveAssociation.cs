using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Memberships;

/// <summary>A membership ends, and with it those above, which need it; each step down alone is possible (domain.md, section 2).</summary>
public static class LeaveAssociation
{
    public sealed record Command(string Association, DateOnly Since, DateOnly Today, StaffId By);

    public static Decision Decide(Physician physician, Command command)
    {
        if (physician.Standing is not { } standing)
        {
            return Refusals.PhysicianUnknown;
        }

        if (command.Since > command.Today)
        {
            return Refusals.DayInFuture;
        }

        var isMember = command.Association == standing.County || command.Association == standing.Prefecture
            || (command.Association == Association.Jma && standing.Jma);

        return isMember
            ? Decision.Append(MembershipChanged.To(
                Without(command.Association, standing), MembershipChange.Left, command.Association, command.Since, command.By))
            : Refusals.NotAMember;
    }

    private static Standing Without(string association, Standing standing) => Association.TierOf(association) switch
    {
        Tier.County => new(null, null, Jma: false, standing.WorkplacePrefecture),
        Tier.Prefecture => standing with { Prefecture = null, Jma = false },
        _ => standing with { Jma = false },
    };

    /// <param name="Since">First day without the membership.</param>
    public sealed record Request(DateOnly Since);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var command = new Command(user.AssociationCode(), request.Since, clock.Today(), user.Staff());
        var decision = await store.DecideAsync<Physician>(
            id,
            it => it.Standing is { } standing && user.Covers(standing) ? Decide(it, command) : Refusals.PhysicianUnknown,
            changes => changes.Write(AccessLog.By(user, AccessLog.Membership, clock.GetUtcNow(), id)),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
