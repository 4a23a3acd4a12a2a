namespace Mamis.Portal.Gateway;

/// <summary>A declared line of the paper handbook that waits for its desk.</summary>
public sealed record PaperLine(
    Guid EntryId, Guid PhysicianId, string? LicenceNumber, string? FamilyName, string? GivenName, DateOnly Date, string Category,
    string? Item, int Units, string Training, string Mode);
