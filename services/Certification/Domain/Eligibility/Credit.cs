namespace Mamis.Certification.Domain.Eligibility;

/// <summary>One line of a physician's credits, as the ledger or the paper handbook has it.</summary>
/// <param name="Item">The early item or sports subject; null for every other training.</param>
/// <param name="TrainingId">The session attended; a session counts once in each category (rule U12).</param>
public sealed record Credit(
    DateOnly Date, CreditCategory Category, string? Item, int Units, CreditSource Source, string TrainingId)
{
    /// <summary>The entry of the ledger; null where no ledger is behind the credit, as in a simulation.</summary>
    public Guid? EntryId { get; init; }

    public PostingState Status { get; init; }

    public ParticipationMode Mode { get; init; }

    public Attendance Attendance { get; init; }

    public ParticipantRole Role { get; init; }

    public TrainingFormat Format { get; init; }

    /// <summary>Spent by an earlier renewal; holds for the whole line (rules X5, K19).</summary>
    public bool Consumed { get; init; }
}

/// <summary>Where a unit is written down (rule U4).</summary>
public enum CreditSource
{
    /// <summary>The system's own ledger, for trainings from the cut-over on.</summary>
    Mamis,

    /// <summary>Handbook, sticker or attendance certificate (単位シール) of the time before.</summary>
    Paper,
}

/// <summary>How far the way from the attendance list into the ledger has come (rule U13).</summary>
public enum PostingState
{
    Posted,

    Pending,

    /// <summary>Attended before the my-page was complete, so nothing was recorded (rule A3).</summary>
    NotRegistered,
}

/// <summary>Whether the physician was in the room or followed alone online (rule U7).</summary>
public enum ParticipationMode
{
    Onsite,

    Web,
}

/// <summary>Whether the physician was there for the whole lecture (rules U8 and U9).</summary>
public enum Attendance
{
    Full,

    Partial,
}

/// <summary>What the physician did in the session (rules U10 and U11).</summary>
public enum ParticipantRole
{
    Attendee,

    Lecturer,

    /// <summary>Led an accompanied workplace visit, which gives units to its participants only.</summary>
    Lead,
}

/// <summary>A form of training that has rules of its own.</summary>
public enum TrainingFormat
{
    Ordinary,

    /// <summary>Accompanied workplace guidance of a regional centre (rule U11).</summary>
    EscortVisit,
}
