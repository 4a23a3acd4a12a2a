using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>Every way this service says no to a request as a whole; rows of a list have <see cref="RowRefusals"/>.</summary>
public static class Refusals
{
    public static readonly Refusal TrainingUnknown = new("TRAINING_UNKNOWN", "There is no such training, or it is not yours to see.", RefusalKind.NotFound);
    public static readonly Refusal TrainingNotRequested = new("TRAINING_NOT_REQUESTED", "The organizer has not asked for approval yet.");
    public static readonly Refusal TrainingNotApproved = new("TRAINING_NOT_APPROVED", "The prefecture has to approve the training first.");
    public static readonly Refusal TrainingNotDesignated = new("TRAINING_NOT_DESIGNATED", "Attendance is posted after the JMA has designated the training.");

    public static readonly Refusal TrainingNotDraft = new("TRAINING_NOT_DRAFT", "A training is changed before it is requested, or after a desk has sent it back.");
    public static readonly Refusal TrainingNotAtDesk = new("TRAINING_NOT_AT_DESK", "The training does not wait at this desk, so it cannot be sent back from there.");
    public static readonly Refusal TrainingIsCancelled = new("TRAINING_CANCELLED", "The organizer has cancelled the training; that is final.");
    public static readonly Refusal SignUpClosed = new("SIGN_UP_CLOSED", "The session has begun. Ask the organizer on the spot.");
    public static readonly Refusal AttendanceStands = new("ATTENDANCE_STANDS", "Attendance of this training is credited or held. Withdraw it and have held rows dropped first.");

    public static readonly Refusal FieldInvalid = new("FIELD_INVALID", "This value cannot be used.", RefusalKind.Invalid);
    public static readonly Refusal SystemBeforeCutOver = new("SYSTEM_BEFORE_CUTOFF", "Trainings before 2025-04-01 exist on paper only (rule U5).", RefusalKind.Invalid);
    public static readonly Refusal PaperAfterCutOver = new("PAPER_AFTER_CUTOFF", "Units of trainings from 2025-04-01 exist in the system only (rule U5).", RefusalKind.Invalid);

    public static readonly Refusal LedgerUnknown = new("LEDGER_UNKNOWN", "There is no such physician, or not in your jurisdiction.", RefusalKind.NotFound);
    public static readonly Refusal EntryUnknown = new("ENTRY_UNKNOWN", "The ledger has no such paper credit.", RefusalKind.NotFound);
    public static readonly Refusal NotFirstDesk = new("NOT_FIRST_DESK", "Paper is compared by the physician's first desk.", RefusalKind.Forbidden);
    public static readonly Refusal PaperAlreadyVerified = new("PAPER_ALREADY_VERIFIED", "The desk has verified this line; that is permanent.");
    public static readonly Refusal PaperAlreadyRefused = new("PAPER_ALREADY_REFUSED", "The desk has refused this line; that is permanent.");
    public static readonly Refusal PhotosFull = new("PAPER_PHOTOS_FULL", "A line takes 5 photos. The desk looks at those it has.");
    public static readonly Refusal AttendanceUnknown = new("ATTENDANCE_UNKNOWN", "This training has no such credited attendance.", RefusalKind.NotFound);
    public static readonly Refusal CreditSetAside = new("CREDIT_SET_ASIDE", "An application counts this credit. Once its desk has returned it without this credit or it has ended, try again.");
    public static readonly Refusal CreditSpent = new("CREDIT_SPENT", "A granted certificate rests on this credit, so it stays. Tell the JMA, which can examine the certificate.");
    public static readonly Refusal RowUnknown = new("SUSPENDED_ROW_UNKNOWN", "There is no such held row, or it is not yours to see.", RefusalKind.NotFound);
    public static readonly Refusal RowSettled = new("SUSPENDED_ROW_SETTLED", "This row is credited or dropped already; look at the list again.");
    public static readonly Refusal NoNearMatch = new("NO_NEAR_MATCH", "This physician is not near to what the row gives. Have the organizer correct the row and post it again.");
    public static readonly Refusal ExportUnknown = new("EXPORT_FORMAT_UNKNOWN", "One of csv, json.", RefusalKind.Invalid, "format");
    public static readonly Refusal StatementUnknown = new("STATEMENT_CODE_UNKNOWN", "No statement of ours has this code. Compare it with the paper letter by letter; if it is as printed, the paper is not ours.", RefusalKind.NotFound, "code");
    public static readonly Refusal CreditsNotSetAside = new("CREDITS_NOT_SET_ASIDE", "No entries were set aside for this application, so none can be spent.");

    public static readonly Refusal ScopeMissing = new("SCOPE_MISSING", "This client needs the scope attendance.", RefusalKind.Forbidden);
    public static readonly Refusal ListNotText = new("LIST_TYPE_UNKNOWN", "Send the list as text/csv or as application/json.", RefusalKind.Invalid);
    public static readonly Refusal ListNotReadable = new("LIST_CHARSET_WRONG", "The list is not in its charset. Say charset=utf-8 or charset=shift_jis in Content-Type, as the file is.", RefusalKind.Invalid);
    public static readonly Refusal ListMalformed = new("LIST_MALFORMED", "The list is no JSON array of rows.", RefusalKind.Invalid);
    public static readonly Refusal ListTooLong = new("LIST_TOO_LONG", "A list has at most 10,000 rows; send the rest as another list.", RefusalKind.Invalid);
    public static readonly Refusal ListEmpty = new("LIST_EMPTY", "The list has no rows.", RefusalKind.Invalid);
    public static readonly Refusal ColumnMissing = new("COLUMN_MISSING", "The header of the list lacks this column.", RefusalKind.Invalid);
    public static readonly Refusal ColumnUnknown = new("COLUMN_UNKNOWN", "There is no such column; names are case-sensitive.", RefusalKind.Invalid);
    public static readonly Refusal ColumnTwice = new("COLUMN_TWICE", "The header of the list has this column twice.", RefusalKind.Invalid);
}
