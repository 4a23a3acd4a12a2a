namespace Mamis.Portal.Gateway;

/// <summary>What the reader is signed up for.</summary>
public sealed record OwnSignUps(IReadOnlyList<OwnSignUp> SignUps);

/// <summary>One of the reader's sign-ups: a place, or a turn on the waiting list.</summary>
public sealed record OwnSignUp(
    Guid SessionId, Guid TrainingId, int Number, string TrainingTitle, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Place,
    string Mode, string Category, int Units, bool Cancelled, bool Waits, int? Position);

/// <summary>Who is signed up for a training.</summary>
public sealed record SignUpList(IReadOnlyList<SignUpCount> Sessions, IReadOnlyList<SignedUp> SignUps);

/// <summary>How full a session is.</summary>
public sealed record SignUpCount(int Session, int? Capacity, int Places, int Waiting);

/// <summary>Somebody who is signed up.</summary>
public sealed record SignedUp(int Session, string? LicenceNumber, string? FamilyName, string? GivenName, bool Waits, int Position);
