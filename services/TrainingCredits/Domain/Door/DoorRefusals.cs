using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>Every way the door says no.</summary>
public static class DoorRefusals
{
    public static readonly Refusal OnsiteOnly = new("DOOR_ONSITE_ONLY", "A session on the web has no door; the web training system records presence (rule U8).");
    public static readonly Refusal TooEarly = new("DOOR_TOO_EARLY", "It is too early: the door is opened on the day, shortly before the session begins.");
    public static readonly Refusal Over = new("DOOR_OVER", "The session is over. Post its attendance as a list.");
    public static readonly Refusal Closed = new("DOOR_CLOSED", "The door is not open at that time. Ask the organizer.");
    public static readonly Refusal StillOpen = new("DOOR_STILL_OPEN", "Close the door first: whoever is inside would be handed in without an exit.");

    public static readonly Refusal CodeUnknown = new("DOOR_CODE_UNKNOWN", "No open door shows this code. Take it from the wall of your session.", Subject: "code");
    public static readonly Refusal CodeExpired = new("DOOR_CODE_EXPIRED", "The code has changed meanwhile. Take the one that is on the wall now.", Subject: "code");
    public static readonly Refusal PassUnreadable = new("DOOR_PASS_UNREADABLE", "This is no check-in pass. Scan the code on the physician's check-in page.");
    public static readonly Refusal PassExpired = new("DOOR_PASS_EXPIRED", "The pass was not valid when it was read. Have the physician show a new one.");
    public static readonly Refusal PersonUnknown = new("DOOR_PERSON_UNKNOWN", "No physician is known by this number and birth date. Post the row as a list, where it is held until there is one.");

    public static readonly Refusal NotSignedUp = new("DOOR_NOT_SIGNED_UP", "Only those who have a place come in. Have the organizer decide.");
    public static readonly Refusal AlreadyInside = new("DOOR_ALREADY_INSIDE", "The entry is on record already; nothing is to be done until leaving.");
    public static readonly Refusal NotInside = new("DOOR_NOT_INSIDE", "No entry is on record, or the exit is already. Check in first.");

    public static readonly Refusal CheckInMalformed = new("DOOR_CHECK_IN_MALFORMED", "The check-in cannot be read.");
    public static readonly Refusal CheckInAhead = new("DOOR_CHECK_IN_AHEAD", "The check-in lies in the future. Set the clock of the device and send it again.");
    public static readonly Refusal ListTooLong = new("DOOR_LIST_TOO_LONG", "Send at most 1,000 check-ins at once.", RefusalKind.Invalid, "checkIns");
    public static readonly Refusal GuestUnknown = new("DOOR_GUEST_UNKNOWN", "The door of this session has not seen this physician.", RefusalKind.NotFound);
}
