namespace Mamis.Contracts.Identity;

/// <summary>The prefecture compared a self-registered physician with the licence: applications work from now on. Told once, and never taken back.</summary>
public sealed record RegistrationConfirmed
{
    public required Guid PhysicianId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
