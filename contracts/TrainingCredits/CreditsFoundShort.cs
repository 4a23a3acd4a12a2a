namespace Mamis.Contracts.TrainingCredits;

/// <summary>Some entries an application counted are gone, changed or kept for another one; nothing was set aside.</summary>
public sealed record CreditsFoundShort
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary>The entries that cannot serve.</summary>
    public required IReadOnlyList<Guid> EntryIds { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
