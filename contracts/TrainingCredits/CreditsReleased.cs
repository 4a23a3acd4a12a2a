namespace Mamis.Contracts.TrainingCredits;

/// <summary>An application ended without a grant; its entries are free again.</summary>
public sealed record CreditsReleased
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required IReadOnlyList<Guid> EntryIds { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
