namespace Mamis.Contracts.Certification;

/// <summary>The title rests by decision of the JMA; its term runs on. The reason stays with Certification.</summary>
public sealed record CertificateSuspended
{
    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>The first day without the title.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day without it; null while nobody knows.</summary>
    public DateOnly? Until { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
