namespace Mamis.Contracts.Certification;

/// <summary>A suspension was lifted by decision of the JMA, or taken back before it began.</summary>
public sealed record CertificateReinstated
{
    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>The first day with the title.</summary>
    public required DateOnly HeldFrom { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
