using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>Every way a row of an attendance list is not credited. None repeats what the row said.</summary>
public static class RowRefusals
{
    public static readonly Refusal Malformed = new("ROW_MALFORMED", "The row cannot be read.");
    public static readonly Refusal SessionUnknown = new("SESSION_UNKNOWN", "This training has no such session; give its number or its id.");
    public static readonly Refusal SessionInFuture = new("SESSION_IN_FUTURE", "The session has not taken place yet (rule U13).");
    public static readonly Refusal WebNotAllowed = new("WEB_NOT_ALLOWED", "The session is held on site only (rule U7).");
    public static readonly Refusal OnsiteNotHeld = new("ONSITE_NOT_HELD", "The session is held on the web only, so nobody was there on site (rule U7).");
    public static readonly Refusal NameMismatch = new("NAME_MISMATCH", "This is not the name of the physician with this register number.");
    public static readonly Refusal BirthDateMismatch = new("BIRTH_DATE_MISMATCH", "This is not the birth date of the physician with this register number.");
    public static readonly Refusal ContradictsEarlier = new("CONTRADICTS_EARLIER", "This physician is on record for this session with another role, mode or attendance.");

    public static readonly Refusal Withdrawn = new("ATTENDANCE_WITHDRAWN", "This attendance was posted and withdrawn. If it is right after all, correct it at the training.");
    public static readonly Refusal Dropped = new("ROW_DROPPED", "Staff have looked at this row and dropped it; post it with what is right about the physician.");

    /// <summary>Held, not refused: nobody with this number is known yet.</summary>
    public static readonly Refusal PhysicianUnknown = new("PHYSICIAN_UNKNOWN", "No physician with this register number is known; the row is held and credited when one is.");

    /// <summary>Held, not refused: rule A1.</summary>
    public static readonly Refusal MyPageIncomplete = new("MYPAGE_INCOMPLETE", "The physician has not registered the my-page; the row is held and credited on registration.");
}
