using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Lets staff give up a held row that is about nobody, and say why; the same row posted again is refused.</summary>
public static class DropSuspended
{
    private const string Drop =
        """
        update suspense s set
            resolved_at = r.at, settled_by = r.dropped_by, dropped_because = r.reason,
            licence_number = '', family_name = '', given_name = '', birth_date = null
        from rows r where s.id = r.id
        """;

    public sealed record Request(string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] SuspenseDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        var reason = fields.Text("reason", request.Reason, WithdrawAttendance.LongestReason);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await desk.Refuses(id, user, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var dropped = new { Id = id, DroppedBy = user.Staff(), Reason = reason, At = desk.Clock.GetUtcNow() };
        return await desk.Settle(new Changes().Write(Sql.For(Drop, dropped)).Handled(nameof(Suspense), id), cancellation);
    }
}
