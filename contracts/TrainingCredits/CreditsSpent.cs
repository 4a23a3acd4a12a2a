namespace Mamis.Contracts.TrainingCredits;

/// <summary>A granted application used these entries up (rules ON7, X5).</summary>
public sealed record CreditsSpent
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required IReadOnlyList<Guid> EntryIds { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
