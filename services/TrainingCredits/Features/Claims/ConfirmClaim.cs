using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Features.Attendance;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Lets the desk at which a claim waits confirm it: the attendance is judged as a row of any list, and credited in the same transaction.</summary>
public static class ConfirmClaim
{
    /// <param name="Training">How the training stands by now.</param>
    /// <param name="Rows">What becomes of each session.</param>
    public sealed record Command(
        StaffId ConfirmedBy, CreditClaim.Reader Desk, Presence Presence, TrainingStatus? Training, IReadOnlyList<RowResult> Rows);

    /// <summary>All sessions or none: what a list would not credit stands in the refusal, with its number.</summary>
    public static Decision Decide(CreditClaim claim, Command command) => claim switch
    {
        { Status: ClaimStatus.Confirmed } => Decision.Nothing,
        _ when !claim.WaitsAt(command.Desk) => ClaimRefusals.NotAtDesk,
        _ when command.Training is TrainingStatus.Cancelled => Refusals.TrainingIsCancelled,
        _ => Decision.RefuseOr(
            [.. command.Rows.Where(it => it.Result is RowOutcome.Refused or RowOutcome.Suspended).Select(ToRefusal)],
            () => Decision.Append(new ClaimConfirmed(claim.Claimant, command.ConfirmedBy, command.Desk.Association, command.Presence))),
    };

    public sealed record Request(string? Attendance = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, AttendancePosting posting, CancellationToken cancellation)
    {
        var fields = new Fields();
        var presence = fields.Choice<Presence>("attendance", request.Attendance);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await desk.Find(id, user, cancellation) is not { } claim)
        {
            return ClaimRefusals.Unknown.ToProblem();
        }

        var list = await ClaimedList.Of(claim, presence, user.Staff(), desk, posting, cancellation);
        var judged = await posting.Judge(list, cancellation);
        var decision = Decide(claim.State, new(user.Staff(), ClaimDesk.ReaderOf(user), presence, list.Training.State.Status, judged.Answer.Results));

        if (decision.IsRefused)
        {
            return decision.ToProblem();
        }

        if (decision.Events.Count > 0)
        {
            await posting.Store(judged, new Changes().Append<CreditClaim>(id, claim.Version, decision.Events), cancellation);
        }

        return TypedResults.NoContent();
    }

    private static Refusal ToRefusal(RowResult row) => new(row.Code ?? string.Empty, row.Explanation ?? string.Empty, Subject: row.Row.ToString(provider: null));
}
