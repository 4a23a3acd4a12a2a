using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Lets a physician check in with the code on the wall. The code says which session it is, so nothing else is to be chosen.</summary>
public static class CheckMeIn
{
    private const int LongestCode = 40;

    /// <summary>Doors that may still show a code, or closed so lately that somebody may come with one.</summary>
    private const string Doors =
        """
        select session_id as "SessionId", training_id as "TrainingId" from session_door where until > @since
        """;

    public sealed record Request(string? Code = null, string? Direction = null);

    /// <summary>Where the physician has come in or gone out, to be shown on the spot.</summary>
    public sealed record Answer(Guid TrainingId, string TrainingTitle, int Session, string Title, Direction Direction, DateTimeOffset At);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] DoorDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        var code = fields.Text("code", request.Code, LongestCode);
        var direction = fields.Choice<Direction>("direction", request.Direction);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var (door, refusal) = await Behind(code, desk, cancellation);

        return door is null ? refusal.ToProblem() : await Pass(door, new(user.Subject()), direction, desk, cancellation);
    }

    private static async Task<(DoorRow? Door, Refusal Refusal)> Behind(string code, DoorDesk desk, CancellationToken cancellation)
    {
        var now = desk.Clock.GetUtcNow();
        var doors = await desk.Database.List<DoorRow>(Doors, new { since = now - WallCode.Memory }, cancellation);

        return doors.FirstOrDefault(it => WallCode.Holds(desk.Keys.Of(new(it.SessionId)), code, now)) is { } door
            ? (door, DoorRefusals.CodeUnknown)
            : (null, doors.Any(it => WallCode.Held(desk.Keys.Of(new(it.SessionId)), code, now)) ? DoorRefusals.CodeExpired : DoorRefusals.CodeUnknown);
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Pass(
        DoorRow row, PhysicianId who, Direction direction, DoorDesk desk, CancellationToken cancellation)
    {
        var now = desk.Clock.GetUtcNow();
        var training = (await desk.Store.Load<Training>(row.TrainingId, cancellation)).State;
        var door = (await desk.Store.Load<SessionDoor>(DoorStreams.OfDoor(new(row.SessionId)), cancellation)).State;
        var places = (await desk.Store.Load<SessionPlaces>(row.SessionId, cancellation)).State;
        var passing = new CheckedIn(
            new(Guid.CreateVersion7(now)), new(row.SessionId), who, direction, CheckInWay.WallCode, now, RecordedBy: null, Device: null);

        if (training is not { Status: TrainingStatus.Designated } || training.Find(row.SessionId.ToString()) is not { } session)
        {
            return DoorRefusals.Closed.ToProblem();
        }

        var decision = await desk.Store.DecideAsync<Guest>(
            DoorStreams.OfGuest(session.Id, who), it => CheckIn.Decide(it, new(passing, door, places.Taken.Contains(who))), cancellation);

        return decision.IsRefused
            ? decision.ToProblem()
            : TypedResults.Ok(new Answer(row.TrainingId, training.Title, session.Number, session.Title, direction, now));
    }

    private sealed record DoorRow(Guid SessionId, Guid TrainingId);
}
