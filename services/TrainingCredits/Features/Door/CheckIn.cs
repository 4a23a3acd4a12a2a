using Mamis.Kernel;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>Records that a physician passed the door. The same for the code on the wall, for a pass that is read, and for what a device sends later.</summary>
/// <remarks>
/// Whoever stands at the door is told at once what cannot be. What a device recorded without network is a fact that may overtake or
/// follow others, so it is kept as it is: the stay is the same in whatever order check-ins arrive.
/// </remarks>
public static class CheckIn
{
    /// <param name="Passing">What is to be recorded.</param>
    /// <param name="Door">Of the session.</param>
    /// <param name="HasPlace">Whether the physician is signed up and has a place.</param>
    /// <param name="IsLive">Whether it happens now, by the clock of this service.</param>
    /// <param name="ClockError">What the clock that told the time may be wrong by.</param>
    public sealed record Command(CheckedIn Passing, SessionDoor Door, bool HasPlace, bool IsLive = true, TimeSpan ClockError = default);

    public static Decision Decide(Guest guest, Command command) => command switch
    {
        _ when guest.CheckIns.Contains(command.Passing.CheckIn) => Decision.Nothing,
        _ when !command.Door.IsOpenAt(command.Passing.At, command.ClockError) => DoorRefusals.Closed,
        { Passing.Direction: Direction.Entry, Door.SignUpRequired: true, HasPlace: false } => DoorRefusals.NotSignedUp,
        { Passing.Direction: Direction.Entry, IsLive: true } when guest.IsInside => DoorRefusals.AlreadyInside,
        { Passing.Direction: Direction.Exit, IsLive: true } when !guest.IsInside => DoorRefusals.NotInside,
        _ => Decision.Append(command.Passing),
    };
}
