namespace Mamis.Contracts.Certification;

/// <summary>A day is named from which a title is lost, given up or by decision. On that day CertificateEnded follows, unless it is withdrawn.</summary>
public sealed record CertificateLossDecided
{
    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary><c>resigned</c> or <c>struck-off</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The first day without the title.</summary>
    public required DateOnly From { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
