using System.Security.Claims;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>A door as its organizer sees it: whether it is open, who is inside, who has left, and what the list will say of each.</summary>
/// <param name="Until">When it closes or closed; null before it was ever opened.</param>
public sealed record DoorPage(
    int Session, string Title, bool IsOpen, DateTimeOffset? From, DateTimeOffset? Until, bool SignUpRequired, int Inside, int Left, IReadOnlyList<DoorLine> Guests)
{
    public static async Task<Results<Ok<DoorPage>, ProblemHttpResult>> Get(
        Guid id, int number, ClaimsPrincipal user, [AsParameters] DoorDesk desk, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);

        if (at is null)
        {
            return refusal.ToProblem();
        }

        var guests = await desk.Store.GuestsOf(desk.Database, at.Session.Id, cancellation);
        var reasons = await desk.Database.ReasonsAtDoor(at.Session.Id, cancellation);
        var door = at.Door.State;
        var last = door.Times.LastOrDefault();

        return TypedResults.Ok(new DoorPage(
            at.Session.Number, at.Session.Title, door.IsOpenAt(desk.Clock.GetUtcNow()), last?.From, last?.Until, door.SignUpRequired,
            guests.Count(it => it.Guest.IsInside), guests.Count(it => it.Guest.Stay.Left is not null),
            [.. guests.Select(it => DoorLine.Of(it, at.Session, reasons.GetValueOrDefault(it.Id.Value)))]));
    }
}

/// <summary>One physician on the list of a door.</summary>
/// <param name="Gaps">What lacks of full presence so far; empty when nothing does.</param>
/// <param name="Reason">Of the correction that stands, if one does.</param>
public sealed record DoorLine(
    Guid PhysicianId, string? LicenceNumber, string? FamilyName, string? GivenName, DateTimeOffset? Entered, DateTimeOffset? Left,
    bool IsInside, Presence Attendance, IReadOnlyList<Gap> Gaps, string? Reason)
{
    public static DoorLine Of(SeenGuest it, Session session, string? reason) => new(
        it.Id.Value, it.Person?.LicenceNumber, it.Person?.FamilyName, it.Person?.GivenName, it.Guest.Stay.Entered, it.Guest.Stay.Left,
        it.Guest.IsInside, it.Guest.Stay.In(session), it.Guest.Stay.GapsIn(session), reason);
}
