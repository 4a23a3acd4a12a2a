using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Takes back a posted attendance with all its credits; the ledger keeps the entry, the reason and who did it.</summary>
public static class WithdrawAttendance
{
    public const int LongestReason = 500;

    public sealed record Command(PhysicianId Holder, Session Session, StaffId WithdrawnBy);

    public static Decision Decide(CreditLedger ledger, Command command)
    {
        var entries = ledger.Latest(command.Session, command.Holder);

        return entries.Count == 0
            ? Refusals.AttendanceUnknown
            : Decision.RefuseOr(
                [.. entries.Select(it => it.SpokenFor).OfType<Refusal>()],
                () => Decision.Append(entries
                    .Where(it => it.Status is not EntryStatus.Withdrawn)
                    .Select(it => new CreditWithdrawn(it.Id, command.Holder, command.WithdrawnBy))));
    }

    public sealed record Request(string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid entryId, Request request, ClaimsPrincipal user, [AsParameters] CorrectionDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        var reason = fields.Text("reason", request.Reason, LongestReason);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await PostedAttendance.Find(id, entryId, user, desk, cancellation) is not { } posted)
        {
            return Refusals.AttendanceUnknown.ToProblem();
        }

        var decision = await desk.Store.DecideAsync<CreditLedger>(
            posted.Holder.Value, it => Decide(it, new(posted.Holder, posted.Session, user.Staff())), changes => changes.Keep(posted.Holder, reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
