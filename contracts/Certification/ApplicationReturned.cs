namespace Mamis.Contracts.Certification;

/// <summary>A desk sent an application back to the physician, who can correct and submit it again. Its entries stay set aside.</summary>
public sealed record ApplicationReturned
{
    public required Guid ApplicationId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary>Code of the association that sent it back.</summary>
    public required string Desk { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
