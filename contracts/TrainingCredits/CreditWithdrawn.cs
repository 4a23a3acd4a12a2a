namespace Mamis.Contracts.TrainingCredits;

/// <summary>A posted credit was taken back and never comes back; what corrects it is another entry.</summary>
public sealed record CreditWithdrawn
{
    public required Guid EntryId { get; init; }

    public required Guid PhysicianId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
