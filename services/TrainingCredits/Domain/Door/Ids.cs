using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>One check-in, named by whoever recorded it.</summary>
public readonly record struct CheckInId(Guid Value) : ITypedId<CheckInId>
{
    public static CheckInId From(Guid value) => new(value);
}

/// <summary>Stream ids that follow from the session: its door, and each guest of it.</summary>
public static class DoorStreams
{
    public static Guid OfDoor(SessionId session) => DeterministicId.From("door", session.Value);

    public static Guid OfGuest(SessionId session, PhysicianId physician) => DeterministicId.From("door-guest", session.Value, physician.Value);
}
