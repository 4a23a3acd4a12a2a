namespace Mamis.Contracts.TrainingCredits;

/// <summary>A credit stands in a physician's ledger: posted from attendance, or declared from the paper handbook.</summary>
public sealed record CreditPosted
{
    /// <summary>The ledger entry; everything later names it.</summary>
    public required Guid EntryId { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary>The training session; null for a paper credit.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The training as the holder names it for duplicates (rule U12): the session's id, or what the handbook says.</summary>
    public required string TrainingKey { get; init; }

    /// <summary>Day of the training in Asia/Tokyo.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Glossary code: <c>life-update</c>, <c>basic-early</c>, <c>retraining</c> …</summary>
    public required string Category { get; init; }

    /// <summary>Item of early training or sports subject, else null.</summary>
    public string? Item { get; init; }

    /// <summary>Whole units of one hour (rules U1, K22).</summary>
    public required int Units { get; init; }

    /// <summary><c>mamis</c> or <c>paper</c>.</summary>
    public required string Source { get; init; }

    /// <summary><c>posted</c>; a paper credit is <c>pending</c> until its desk verifies it.</summary>
    public required string Status { get; init; }

    /// <summary><c>onsite</c> or <c>web</c>.</summary>
    public required string Mode { get; init; }

    /// <summary><c>full</c> or <c>partial</c>.</summary>
    public required string Attendance { get; init; }

    /// <summary><c>attendee</c>, <c>lecturer</c> or <c>lead</c>.</summary>
    public required string Role { get; init; }

    /// <summary><c>escort-visit</c>, else null.</summary>
    public string? Format { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
