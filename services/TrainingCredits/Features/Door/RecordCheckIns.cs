using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Views;
using Mamis.TrainingCredits.Views.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Takes what an organizer's device read at the door, one scan or everything it kept while there was no network (G5).</summary>
/// <remarks>However often and in whatever pieces it is sent, each check-in is recorded once, at the minute it happened.</remarks>
public static class RecordCheckIns
{
    public const int Most = 1_000;
    private const int MostTries = 20;

    /// <summary>A clock that is further off tells nothing.</summary>
    private static readonly TimeSpan FurthestOff = TimeSpan.FromDays(366);

    /// <param name="Now">What the device takes to be now; its check-ins are corrected by the difference.</param>
    public sealed record Request(IReadOnlyList<CheckInItem?>? CheckIns = null, Guid? DeviceId = null, DateTimeOffset? Now = null);

    public static async Task<Results<Ok<CheckInAnswer>, ProblemHttpResult>> Handle(
        Guid id, int number, Request request, ClaimsPrincipal user, [AsParameters] DoorDesk desk, SessionQueue queue, CancellationToken cancellation)
    {
        var (at, refusal) = await desk.Find(id, number, user, cancellation);

        return (at, Examine(request, desk.Clock.GetUtcNow())) switch
        {
            (null, _) => refusal.ToProblem(),
            (_, { Count: > 0 } faults) => faults.ToProblem(),
            _ => TypedResults.Ok(await queue.InTurn(at.Session.Id, () => Record(at, request, user.Staff(), desk, cancellation), cancellation)),
        };
    }

    private static IReadOnlyList<Refusal> Examine(Request request, DateTimeOffset now)
    {
        var fields = new Fields();
        fields.Require(request.CheckIns is { Count: > 0 } && !request.CheckIns.Contains(null), "checkIns", "At least one check-in, and none that is null.");
        fields.Require(request.CheckIns is not { Count: > Most }, DoorRefusals.ListTooLong);
        fields.Require(request.Now is not null || request.CheckIns?.Any(it => it?.At is not null) is not true, "now", "What the device takes to be now, since check-ins bear its time.");
        fields.Require(request.Now is null || (now - request.Now.Value).Duration() < FurthestOff, "now", "The clock of the device is off by a year or more. Set it.");
        return fields.Faults;
    }

    /// <summary>Check-ins that lose a race against those of another node, or of a physician, are judged again on what stands then.</summary>
    private static async Task<CheckInAnswer> Record(SessionAtDoor at, Request request, StaffId by, DoorDesk desk, CancellationToken cancellation)
    {
        var now = desk.Clock.GetUtcNow();
        var readings = (request.CheckIns ?? []).OfType<CheckInItem>().Select(it => CheckInReading.Of(it, desk.Keys.OfPasses)).ToArray();
        var byNumber = await desk.Database.ByNumber(readings.Select(it => it.LicenceNumber).OfType<string>().ToHashSet(), cancellation);
        var byId = await desk.Database.PeopleOf(readings.Select(it => it.Pass?.Physician).OfType<PhysicianId>(), cancellation);
        var places = at.Door.State.SignUpRequired ? (await desk.Store.Load<SessionPlaces>(at.Session.Id.Value, cancellation)).State : new();
        var streams = byNumber.Values.Select(it => it.Id).Concat(readings.Select(it => it.Pass?.Physician).OfType<PhysicianId>()).Distinct()
            .ToDictionary(it => it, it => DoorStreams.OfGuest(at.Session.Id, it));

        for (var left = MostTries - 1; ; left--)
        {
            var guests = await desk.Store.LoadMany<Guest>(streams.Values, cancellation);
            var judge = new JudgeCheckIns(new(
                at.Session, at.Door.State, places, now, now - (request.Now ?? now), by, request.DeviceId, byNumber, byId, it => guests[streams[it]].State));
            var answer = judge.Judge(readings);

            try
            {
                await desk.Store.Append(
                    judge.Recorded.Aggregate(new Changes(), (it, guest) => it.Append<Guest>(streams[guest.Key], guests[streams[guest.Key]].Version, guest.Value)),
                    cancellation);
                return answer;
            }
            catch (StreamVersionException) when (left > 0)
            {
                // Another device was quicker with the same guest; its check-ins stand now.
            }
        }
    }
}
