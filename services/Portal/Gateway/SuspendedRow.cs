namespace Mamis.Portal.Gateway;

/// <summary>A row of an attendance list that waits for its physician.</summary>
public sealed record SuspendedRow(
    Guid Id, string TrainingTitle, int Row, string LicenceNumber, string FamilyName, string GivenName, DateOnly? BirthDate,
    string Attendance, DateTimeOffset HeldAt, string? Reason, IReadOnlyList<NearMatch> NearMatches);

/// <summary>A physician the row may be about.</summary>
public sealed record NearMatch(
    Guid PhysicianId, string LicenceNumber, string FamilyName, string GivenName, string Nearness, bool SameBirthDate);
