namespace Mamis.Portal.Gateway;

/// <summary>The door of a session: who is inside, who has left, what the list will say of each.</summary>
public sealed record Door(
    int Session, string Title, bool IsOpen, DateTimeOffset? From, DateTimeOffset? Until, bool SignUpRequired, int Inside, int Left, IReadOnlyList<DoorGuest> Guests);

/// <summary>One physician on the list of a door.</summary>
public sealed record DoorGuest(
    Guid PhysicianId, string? LicenceNumber, string? FamilyName, string? GivenName, DateTimeOffset? Entered, DateTimeOffset? Left,
    bool IsInside, string Attendance, IReadOnlyList<string> Gaps, string? Reason);

/// <summary>What stands on the wall now, and for how many seconds yet.</summary>
public sealed record WallCode(string Code, Uri Link, int Seconds);

/// <summary>What became of check-ins.</summary>
public sealed record CheckIns(IReadOnlyList<CheckInResult> Results);

/// <summary>What became of one, and the name to compare.</summary>
public sealed record CheckInResult(string Result, string? Code, string? FamilyName, string? GivenName);

/// <summary>The list of a door as it was, or would be, posted.</summary>
public sealed record HandedIn(AttendanceResult Attendance, IReadOnlyList<Guid> Physicians);

/// <summary>Where the reader has just come in or gone out.</summary>
public sealed record OwnCheckIn(Guid TrainingId, string TrainingTitle, int Session, string Title, string Direction, DateTimeOffset At);

/// <summary>What the reader shows at the door for the next minute.</summary>
public sealed record OwnPass(string Pass, DateTimeOffset ValidUntil);

/// <summary>Where the reader has been today.</summary>
public sealed record OwnStays(IReadOnlyList<OwnStay> Stays);

/// <summary>One of these stays.</summary>
public sealed record OwnStay(Guid TrainingId, int Session, string TrainingTitle, string Title, DateTimeOffset? Entered, DateTimeOffset? Left);
