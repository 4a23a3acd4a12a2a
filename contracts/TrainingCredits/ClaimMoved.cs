namespace Mamis.Contracts.TrainingCredits;

/// <summary>A claim of a missing credit was made, answered, or passed on to the next desk.</summary>
public sealed record ClaimMoved
{
    public required Guid ClaimId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary>Where it stands: <c>at-organizer</c>, <c>turned-down</c>, <c>at-prefecture</c>, <c>confirmed</c> or <c>refused</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Code of the organizer or association that answers next; absent when none does.</summary>
    public string? Desk { get; init; }

    /// <summary>The last day for whoever acts next; absent when nobody does.</summary>
    public DateOnly? AnswerBy { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
