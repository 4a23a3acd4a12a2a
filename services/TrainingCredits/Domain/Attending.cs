namespace Mamis.TrainingCredits.Domain;

/// <summary>How a session is held, and how a physician took part in it (rule U7).</summary>
public enum Mode
{
    Onsite,
    Web,
}

/// <summary>Whether a physician was there the whole time; partial attendance is recorded and does not count (rules U8, U9).</summary>
public enum Presence
{
    Full,
    Partial,
}

/// <summary>As what a physician was there; which role is credited, the rules of the application say (rules U10, U11).</summary>
public enum AttendanceRole
{
    Attendee,
    Lecturer,
    Lead,
}

/// <summary>A format of training with rules of its own.</summary>
public enum TrainingFormat
{
    /// <summary>Accompanied workplace guidance of a regional centre (rule U11).</summary>
    EscortVisit,
}

/// <summary>How one physician attended one session.</summary>
public sealed record Attending(AttendanceRole Role, Mode Mode, Presence Presence);
