namespace Mamis.Contracts.Identity;

/// <summary>The import from the old system named a certificate the physician holds. Told once per scheme and term.</summary>
public sealed record CertificateOnRecord
{
    public required Guid PhysicianId { get; init; }

    /// <summary><c>Occupational</c> or <c>Sports</c>.</summary>
    public required string Scheme { get; init; }

    public required string Number { get; init; }

    /// <summary>First and last day of the term; both belong to it.</summary>
    public required DateOnly ValidFrom { get; init; }

    public required DateOnly ValidTo { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
