namespace Mamis.Contracts.Identity;

/// <summary>A physician is new, or name, birth date, register number, address or e-mail changed. What they are is fetched from Identity by id.</summary>
public sealed record PhysicianKnown
{
    public required Guid PhysicianId { get; init; }

    /// <summary>Version of the physician's stream; a copy made from a higher one is newer.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
