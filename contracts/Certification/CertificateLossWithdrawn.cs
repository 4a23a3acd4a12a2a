namespace Mamis.Contracts.Certification;

/// <summary>A loss that was decided was taken back before its day, so the title goes on.</summary>
public sealed record CertificateLossWithdrawn
{
    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>.</summary>
    public required string Scheme { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
