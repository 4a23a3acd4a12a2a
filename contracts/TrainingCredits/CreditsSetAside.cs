namespace Mamis.Contracts.TrainingCredits;

/// <summary>The ledger keeps these entries for one application; no other can count them meanwhile.</summary>
public sealed record CreditsSetAside
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required IReadOnlyList<Guid> EntryIds { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
