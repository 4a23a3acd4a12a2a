using Mamis.Certification.Domain;
using Mamis.Kernel;

namespace Mamis.Certification.Views;

/// <summary>One application as lists show it: whose, where it lies, since when.</summary>
public sealed record ApplicationCase
{
    public Guid Id { get; init; }

    public Guid PhysicianId { get; init; }

    public Scheme Scheme { get; init; }

    public ApplicationKind Kind { get; init; }

    public ApplicationStatus Status { get; init; }

    public string? Desk { get; init; }

    public string? ReceiptNumber { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    /// <summary>Since when it lies where it lies, UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}
