using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>The organizer opened the door of a session: from now on it is recorded who comes and goes.</summary>
/// <param name="SignUpRequired">Whether only those who have a place come in.</param>
/// <param name="Until">By itself it closes then.</param>
public sealed record DoorOpened(
    TrainingId Training, SessionId Session, StaffId OpenedBy, bool SignUpRequired, DateTimeOffset From, DateTimeOffset Until);

/// <summary>The organizer closed the door before it would have closed by itself.</summary>
public sealed record DoorClosed(SessionId Session, StaffId ClosedBy, DateTimeOffset At);

/// <summary>A physician came in or went out. It records presence; no credit follows from it.</summary>
/// <param name="CheckIn">Made where it was recorded, so that it counts once however often it is sent.</param>
/// <param name="At">By the clock of this service, also when a device without network recorded it.</param>
/// <param name="RecordedBy">The organizer's person; null when the physician used the code on the wall.</param>
/// <param name="Device">That recorded it, null where none was named.</param>
public sealed record CheckedIn(
    CheckInId CheckIn, SessionId Session, PhysicianId Physician, Direction Direction, CheckInWay Way, DateTimeOffset At,
    StaffId? RecordedBy, Guid? Device);

/// <summary>The organizer set right when a physician came and went; the reason is kept beside the stream.</summary>
public sealed record StayCorrected(
    SessionId Session, PhysicianId Physician, DateTimeOffset? Entered, DateTimeOffset? Left, StaffId CorrectedBy);
