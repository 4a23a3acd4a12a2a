namespace Mamis.Portal.Gateway;

/// <summary>A declared line of the paper handbook that waits for its desk.</summary>
public sealed record PaperLine(
    Guid EntryId, Guid PhysicianId, string? LicenceNumber, string? FamilyName, string? GivenName, DateOnly Date, string Category,
    string? Item, int Units, string Training, string Mode, IReadOnlyList<HandbookPhoto>? Photos);

/// <summary>A page of the handbook that was sent with a line.</summary>
public sealed record HandbookPhoto(Guid Id, string MediaType)
{
    /// <summary>Whether browsers draw it; the rest is saved and opened.</summary>
    public bool IsDrawn => MediaType is "image/jpeg" or "image/png";
}

/// <summary>A line of the handbook as it was entered.</summary>
public sealed record DeclaredLine(Guid EntryId);
