using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Every way this service says no, and every reason for not telling something.</summary>
public static class Refusals
{
    public static readonly Refusal AsOfMissing = new(
        "AS_OF_MISSING", "Say for which day the run is: { \"asOf\": \"2026-11-22\" }.", RefusalKind.Invalid, "asOf");

    public static readonly Refusal AsOfUnreadable = new(
        "AS_OF_UNREADABLE", "Write the day as YYYY-MM-DD; it must exist in the calendar.", RefusalKind.Invalid, "asOf");

    public static readonly Refusal AsOfTooEarly = new(
        "AS_OF_TOO_EARLY", "A run catches up what was missed by itself; a day long past is a mistake.", RefusalKind.Invalid, "asOf");

    public static readonly Refusal AsOfTooLate = new(
        "AS_OF_TOO_LATE", "No certificate known today ends so late; a day so far ahead is a mistake.", RefusalKind.Invalid, "asOf");

    public static readonly Refusal RunsNotAllowed = new(
        "RENEWAL_RUNS_NOT_ALLOWED", "Renewal runs need the scope renewal-runs, or staff of the JMA.", RefusalKind.Forbidden);

    public static readonly Refusal AssociationOutOfReach = new(
        "ASSOCIATION_OUT_OF_REACH", "Ask for your own association or one below it.", RefusalKind.Forbidden, "association");

    public static readonly Refusal NoticeUnknown = new(
        "NOTICE_UNKNOWN", "There is no such notice within your reach.", RefusalKind.NotFound);

    public static readonly Refusal LetterStateUnknown = new(
        "LETTER_STATE_UNKNOWN", "A letter is waiting, printed, sent or returned.", RefusalKind.Invalid, "state");

    public static readonly Refusal NoLettersWaiting = new(
        "NO_LETTERS_WAITING", "No letter of your association waits to be printed.");

    public static readonly Refusal BatchUnknown = new(
        "LETTER_BATCH_UNKNOWN", "There is no such batch of letters of your association.", RefusalKind.NotFound);

    public static readonly Refusal LetterNotWaiting = new(
        "LETTER_NOT_WAITING", "The letter has been put into another batch meanwhile.");

    public static readonly Refusal LetterNumberUnreadable = new(
        "LETTER_NUMBER_UNREADABLE", "The number on a letter has ten digits, and the last follows from the others.", RefusalKind.Invalid, "number");

    public static readonly Refusal LetterUnknown = new(
        "LETTER_UNKNOWN", "No letter of your association has this number.", RefusalKind.NotFound, "number");

    public static readonly Refusal LetterNotPosted = new(
        "LETTER_NOT_POSTED", "Only a letter that was posted comes back. Say first that its batch is in the post.", Subject: "number");

    public static readonly Refusal LetterNotPrinted = new(
        "LETTER_NOT_PRINTED", "Only a letter of a printed batch can be posted.");
}
