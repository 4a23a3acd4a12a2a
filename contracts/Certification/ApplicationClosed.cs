namespace Mamis.Contracts.Certification;

/// <summary>An application ended without a grant: withdrawn, rejected, or never admitted. The ledger frees its entries.</summary>
public sealed record ApplicationClosed
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>withdrawn</c> or <c>rejected</c>.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
