using Mamis.Certification.Domain.Losses;
using Mamis.Kernel;

namespace Mamis.Certification.Views;

/// <summary>A certificate as it stands now. Rebuilt from the stream at will.</summary>
public sealed record CertificateCard
{
    public Guid Id { get; init; }

    public Guid PhysicianId { get; init; }

    public Scheme Scheme { get; init; }

    public string Number { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public DateOnly ValidTo { get; init; }

    public DateOnly? GraceUntil { get; init; }

    /// <summary>The first day without the title; null while it is held or can still be renewed.</summary>
    public DateOnly? LapsedOn { get; init; }

    /// <summary>Why it is lost, or will be, before it ran out; null where it was not renewed.</summary>
    public LossGround? LossGround { get; init; }

    /// <summary>The first day of the suspension that runs on the day asked for or is to come; null without one.</summary>
    public DateOnly? SuspendedFrom { get; init; }

    /// <summary>Its last day; null while nobody knows.</summary>
    public DateOnly? SuspendedUntil { get; init; }

    /// <summary>The state on the day asked for.</summary>
    public CertificateState State { get; init; }
}
