namespace Mamis.Contracts.TrainingCredits;

/// <summary>The desk found no proof for a declared paper credit; it does not count.</summary>
public sealed record PaperCreditRefused
{
    public required Guid EntryId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
