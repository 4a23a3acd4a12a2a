using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Corrects how somebody attended: the entry that stands is withdrawn and another takes its place, from the same row.</summary>
/// <remarks>So it also brings back what was withdrawn by mistake, which no list does.</remarks>
public static class CorrectAttendance
{
    /// <summary>Who corrects and withdraws; of which training, <see cref="Training.IsKeptBy"/> says.</summary>
    public static string[] Correctors => [Roles.Organizer, Roles.PrefectureStaff, Roles.JmaStaff];

    public sealed record Command(PostedAttendance Posted, Attending Attending, StaffId CorrectedBy);

    public static Decision Decide(CreditLedger ledger, Command command)
    {
        var entries = ledger.Latest(command.Posted.Session, command.Posted.Holder);
        var refusals = entries.Select(it => it.SpokenFor).Append(command.Posted.Session.Excludes(command.Attending.Mode)).OfType<Refusal>();

        return entries switch
        {
            [] => Refusals.AttendanceUnknown,
            _ when entries.All(it => it.Status is not EntryStatus.Withdrawn && it.Attending == command.Attending) => Decision.Nothing,
            _ => Decision.RefuseOr([.. refusals], () => Decision.Append(entries.SelectMany(it => Replace(it, command)))),
        };
    }

    public sealed record Request(string? Role = null, string? Mode = null, string? Attendance = null, string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid entryId, Request request, ClaimsPrincipal user, [AsParameters] CorrectionDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        var attending = new Attending(
            fields.Choice<AttendanceRole>("role", request.Role), fields.Choice<Mode>("mode", request.Mode), fields.Choice<Presence>("attendance", request.Attendance));
        var reason = fields.Text("reason", request.Reason, WithdrawAttendance.LongestReason);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await PostedAttendance.Find(id, entryId, user, desk, cancellation) is not { } posted)
        {
            return Refusals.AttendanceUnknown.ToProblem();
        }

        var decision = await desk.Store.DecideAsync<CreditLedger>(
            posted.Holder.Value, it => Decide(it, new(posted, attending, user.Staff())), changes => changes.Keep(posted.Holder, reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    private static IEnumerable<object> Replace(LedgerEntry entry, Command command)
    {
        var (posted, by) = (command.Posted, command.CorrectedBy);

        if (entry.Status is not EntryStatus.Withdrawn)
        {
            yield return new CreditWithdrawn(entry.Id, posted.Holder, by);
        }

        yield return PostCredit.Post(
            entry.Id.Next(),
            new(posted.Holder, posted.Training, posted.Session, entry.Category, command.Attending, new(posted.List, posted.Row, by)),
            corrects: entry.Id);
    }
}
