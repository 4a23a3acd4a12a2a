namespace Mamis.Contracts.Certification;

/// <summary>A certificate has a term: taken over from the old system, issued, or renewed. Notices are keyed by it.</summary>
public sealed record CertificateTermBegan
{
    public required Guid CertificateId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>.</summary>
    public required string Scheme { get; init; }

    public required string Number { get; init; }

    /// <summary>First and last day of the term; both belong to it.</summary>
    public required DateOnly ValidFrom { get; init; }

    public required DateOnly ValidTo { get; init; }

    /// <summary>Version of the certificate's stream; a higher one is newer.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
