namespace Mamis.Portal.Gateway;

/// <summary>A credited attendance of a training.</summary>
public sealed record Attendee(
    Guid EntryId, string? LicenceNumber, string? FamilyName, string? GivenName, int Session, string Category, int Units, string Role,
    string Mode, string Attendance, string Status);
