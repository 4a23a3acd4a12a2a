using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Views.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Lets the organizer say when a guest really came and went, with a reason; what was recorded stays in the stream.</summary>
public static class CorrectStay
{
    public sealed record Command(SessionId Session, PhysicianId Physician, Stay Stay, StaffId CorrectedBy);

    public static Decision Decide(Guest guest, Command command) => guest switch
    {
        { Physician: null } => DoorRefusals.GuestUnknown,
        { Corrected: { } stands } when stands == command.Stay => Decision.Nothing,
        _ => Decision.Append(new StayCorrected(command.Session, command.Physician, command.Stay.Entered, command.Stay.Left, command.CorrectedBy)),
    };

    /// <param name="Entered">Time of the session's day, like 13:55; nothing when the physician did not come in.</param>
    /// <param name="Left">The same for going out.</param>
    public sealed record Request(string? Entered = null, string? Left = null, string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, int number, Guid physicianId, Request request, ClaimsPrincipal user, [AsParameters] DoorDesk desk, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);

        if (at is null)
        {
            return refusal.ToProblem();
        }

        var fields = new Fields();
        var stay = new Stay(Moment(fields, "entered", request.Entered, at.Session), Moment(fields, "left", request.Left, at.Session));
        var reason = fields.Text("reason", request.Reason, GuestReasons.Longest);
        fields.Require(!(stay.Entered >= stay.Left), "left", "After coming in.");

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var command = new Command(at.Session.Id, new(physicianId), stay, user.Staff());
        var decision = await desk.Store.DecideAsync<Guest>(
            DoorStreams.OfGuest(at.Session.Id, command.Physician), it => Decide(it, command), changes => changes.Explain(reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    private static DateTimeOffset? Moment(Fields fields, string field, string? text, Session session) =>
        string.IsNullOrWhiteSpace(text) ? null : BusinessCalendar.StartOf(session.Date) + fields.Time(field, Spelling.Narrow(text)).ToTimeSpan();
}
