using System.Security.Claims;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Attendance;
using Mamis.TrainingCredits.Views.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Makes an attendance list of a door: the same rows, the same decision and the same codes as a list that is uploaded.</summary>
public static class HandInDoor
{
    /// <summary>The list's answer, and whom each of its rows is about.</summary>
    public sealed record Answer(AttendanceAnswer Attendance, IReadOnlyList<Guid> Physicians);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid id, int number, bool? dryRun, ClaimsPrincipal user, [AsParameters] DoorDesk desk, AttendancePosting posting, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);

        if (at is null)
        {
            return refusal.ToProblem();
        }

        if (dryRun is not true && at.Door.State.IsOpenAt(desk.Clock.GetUtcNow()))
        {
            return DoorRefusals.StillOpen.ToProblem();
        }

        var guests = (await desk.Store.GuestsOf(desk.Database, at.Session.Id, cancellation)).Where(it => it.Guest.Stay != Stay.Nowhere).ToArray();
        var rows = guests.Select((it, i) => RowOf(i + 1, it, at.Session)).ToArray();

        if (rows.Length == 0)
        {
            return Refusals.ListEmpty.ToProblem();
        }

        var list = new AttendanceList(await posting.Load(id, cancellation), PostAttendance.ListOf(id, rows), user.Staff(), rows);
        return TypedResults.Ok(new Answer(await PostAttendance.Post(posting, list, dryRun ?? false, cancellation), [.. guests.Select(it => it.Id.Value)]));
    }

    public static RowReading RowOf(int row, SeenGuest it, Session session) => it.Person is { } person
        ? new(row, new(
            person.LicenceNumber, person.FamilyName, person.GivenName, person.BirthDate, session.Number.ToString(provider: null),
            new(AttendanceRole.Attendee, Mode.Onsite, it.Guest.Stay.In(session))), Malformed: null)
        : RowReading.Broken(row, "The physician is not known any more.");
}
