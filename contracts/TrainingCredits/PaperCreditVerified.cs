namespace Mamis.Contracts.TrainingCredits;

/// <summary>The desk compared a declared paper credit with the handbook; it counts from now on, permanently.</summary>
public sealed record PaperCreditVerified
{
    public required Guid EntryId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
