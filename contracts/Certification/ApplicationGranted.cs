namespace Mamis.Contracts.Certification;

/// <summary>The last desk agreed: the ledger spends the entries, the certificate gets its term.</summary>
public sealed record ApplicationGranted
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary><c>New</c> or <c>Renewal</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>For a new certificate the certification day the JMA set (rule V3); null for a renewal (rule V2).</summary>
    public DateOnly? CertifiedOn { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
