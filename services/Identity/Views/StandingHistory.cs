using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Views;

/// <summary>How a physician came to stand where the physician stands: memberships and workplaces, the latest first.</summary>
public sealed record StandingHistory(IReadOnlyList<StandingHistory.Step> Steps)
{
    /// <summary>One change and the standing after it.</summary>
    /// <param name="Change"><c>set</c> by the register, <c>workplace</c>, <c>joined</c>, <c>transferred</c>, <c>left</c>.</param>
    /// <param name="Association">Which association decided; null for the register and the workplace.</param>
    /// <param name="Since">First day of it, Asia/Tokyo; the day of the entry where none was given.</param>
    public sealed record Step(DateTimeOffset EnteredAt, string Change, string? Association, DateOnly Since, Standing Standing);

    public static async Task<Results<Ok<StandingHistory>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        if (PhysicianPage.Whose(id, user) is not { } physician)
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        Step[] steps = [.. from e in await store.ReadStream(physician.Value, cancellation)
                           where e.Data is IStandingEvent
                           select StepOf(e, (IStandingEvent)e.Data)];

        return steps is [.., var last] && (user.Physician() == physician || user.Covers(last.Standing))
            ? TypedResults.Ok(new StandingHistory([.. steps.Reverse()]))
            : Refusals.PhysicianUnknown.ToProblem();
    }

    private static Step StepOf(StoredEvent e, IStandingEvent to) => e.Data switch
    {
        MembershipChanged it => new(e.Timestamp, Codes.Of(it.Change), it.Association, it.Since, to.Standing),
        WorkplaceChanged => new(e.Timestamp, "workplace", null, BusinessCalendar.DayOf(e.Timestamp), to.Standing),
        _ => new(e.Timestamp, "set", null, BusinessCalendar.DayOf(e.Timestamp), to.Standing),
    };
}
