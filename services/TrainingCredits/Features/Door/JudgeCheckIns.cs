using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Decides what becomes of each check-in a device sends. Each is judged on top of those before it, and none spoils another.</summary>
public sealed class JudgeCheckIns(JudgeCheckIns.Facts facts)
{
    private readonly Dictionary<PhysicianId, Guest> _guests = [];
    private readonly Dictionary<PhysicianId, List<object>> _recorded = [];

    /// <summary>All that is known when check-ins arrive.</summary>
    /// <param name="Ahead">By how much the clock of this service is ahead of the device's.</param>
    public sealed record Facts(
        Session Session, SessionDoor Door, SessionPlaces Places, DateTimeOffset Now, TimeSpan Ahead, StaffId RecordedBy, Guid? Device,
        IReadOnlyDictionary<string, Person> ByNumber, IReadOnlyDictionary<PhysicianId, Person> ById, Func<PhysicianId, Guest> Guest);

    /// <summary>Events by guest.</summary>
    public IReadOnlyDictionary<PhysicianId, List<object>> Recorded => _recorded;

    public CheckInAnswer Judge(IReadOnlyList<CheckInReading> readings) => CheckInAnswer.Of([.. readings.Select(Judge)]);

    private CheckInResult Judge(CheckInReading it) => it switch
    {
        { Fault: { } fault } => CheckInResult.Refused(it.Id, fault),
        { Pass: { } pass } => Judge(it, pass.Physician, facts.ById.GetValueOrDefault(pass.Physician), CheckInWay.Pass),
        _ when PersonBehind(it) is { } person => Judge(it, person.Id, person, CheckInWay.Number),
        _ => CheckInResult.Refused(it.Id, DoorRefusals.PersonUnknown),
    };

    /// <summary>One answer for a number nobody has and for a wrong birth date, so that numbers cannot be tried out.</summary>
    private Person? PersonBehind(CheckInReading it) =>
        facts.ByNumber.GetValueOrDefault(it.LicenceNumber ?? string.Empty) is { } person && person.BirthDate == it.BirthDate ? person : null;

    private CheckInResult Judge(CheckInReading it, PhysicianId who, Person? person, CheckInWay way)
    {
        var give = it.At is null ? TimeSpan.Zero : DoorRules.On(facts.Session.Date).ClockError;
        var at = it.At + facts.Ahead ?? facts.Now;
        var guest = _guests.TryGetValue(who, out var changed) ? changed : facts.Guest(who);
        var passing = new CheckedIn(new(it.Id), facts.Session.Id, who, it.Direction, way, at, facts.RecordedBy, facts.Device);
        var decision = CheckIn.Decide(guest, new(passing, facts.Door, facts.Places.Taken.Contains(who), IsLive: it.At is null, give));

        return decision switch
        {
            { IsRefused: false, Events: [] } => new(it.Id, CheckInOutcome.Known, PhysicianId: who.Value, FamilyName: person?.FamilyName, GivenName: person?.GivenName),
            _ when at > facts.Now + give => CheckInResult.Refused(it.Id, DoorRefusals.CheckInAhead, person),
            _ when it.Pass?.HoldsAt(at, give) is false => CheckInResult.Refused(it.Id, DoorRefusals.PassExpired, person),
            { IsRefused: true } => CheckInResult.Refused(it.Id, decision.Refusals[0], person),
            _ => Record(it.Id, who, person, guest, passing),
        };
    }

    private CheckInResult Record(Guid id, PhysicianId who, Person? person, Guest guest, CheckedIn passing)
    {
        _guests[who] = guest.Evolve(passing);
        (_recorded.TryGetValue(who, out var events) ? events : _recorded[who] = []).Add(passing);

        return new(id, CheckInOutcome.Recorded, At: passing.At, PhysicianId: who.Value, FamilyName: person?.FamilyName, GivenName: person?.GivenName);
    }
}
