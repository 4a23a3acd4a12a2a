namespace Mamis.Contracts.Identity;

/// <summary>Memberships or workplace of a physician as they are now; decides desks and who may see the physician.</summary>
public sealed record StandingChanged
{
    public required Guid PhysicianId { get; init; }

    /// <summary>Version of the physician's stream; a higher one is newer.</summary>
    public required long Version { get; init; }

    /// <summary>Code of the county association, null for a non-member.</summary>
    public string? County { get; init; }

    /// <summary>Code of the prefectural association, null without that membership.</summary>
    public string? Prefecture { get; init; }

    public required bool Jma { get; init; }

    /// <summary>Two digits; the desk of a non-member.</summary>
    public required string WorkplacePrefecture { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
