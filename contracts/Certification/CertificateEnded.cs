namespace Mamis.Contracts.Certification;

/// <summary>The title ended: lapsed, resigned, or lost by decision (rule X8). The legal qualification is another matter (rule X10).</summary>
public sealed record CertificateEnded
{
    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>lapsed</c>, <c>resigned</c> or <c>struck-off</c>.</summary>
    public required string Reason { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
