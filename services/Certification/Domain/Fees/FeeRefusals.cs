using Mamis.Kernel;

namespace Mamis.Certification.Domain.Fees;

/// <summary>Every "no" about fees and the bank lines they come by.</summary>
public static class FeeRefusals
{
    public static readonly Refusal Waived = new("FEE_WAIVED", "The payee waived this fee; pay the money back.");
    public static readonly Refusal AlreadyReceived = new("FEE_ALREADY_RECEIVED", "Money was received; refund it first.");
    public static readonly Refusal NothingReceived = new("FEE_NOT_RECEIVED", "Nothing was received that could be refunded or receipted.");
    public static readonly Refusal Earned = new("FEE_EARNED", "The first desk has examined it, so the fee stays; it can go back once the case is sent back, rejected or withdrawn.");
    public static readonly Refusal LineUnknown = new("BANK_LINE_UNKNOWN", "There is no such bank line on your association's account.", RefusalKind.NotFound);
    public static readonly Refusal LineSettled = new("BANK_LINE_SETTLED", "Somebody has dealt with this line; look at its history.");
    public static readonly Refusal PayeeUnclear = new("APPLICATION_UNCLEAR", "Name one application of your desk by its receipt number or transfer reference.", RefusalKind.Invalid, "application");
    public static readonly Refusal ReasonMissing = new("FEE_REASON_MISSING", "Say why, in up to 500 characters.", RefusalKind.Invalid, "reason");
    public static readonly Refusal StatementTooLong = new("STATEMENT_TOO_LONG", "A statement has at most 10,000 lines; send it in parts.", RefusalKind.Invalid);
    public static readonly Refusal StatementTypeWrong = new("STATEMENT_TYPE_WRONG", "Send text/csv, or text/plain for the fixed-length format of the banks.", RefusalKind.Invalid);
    public static readonly Refusal StatementUnreadable = new("STATEMENT_UNREADABLE", "Its records are not those of an account statement (200 bytes: header, data, trailer, end).", RefusalKind.Invalid);
    public static readonly Refusal StatementTotalsDiffer = new("STATEMENT_TOTALS_DIFFER", "The lines do not add up to the totals of the trailer; take the file from the bank again.", RefusalKind.Invalid);
    public static readonly Refusal RowMalformed = new("ROW_MALFORMED", "The row has another number of fields than the header, or a stray quote.", RefusalKind.Invalid);
    public static readonly Refusal LineTooOld = new("BANK_LINE_TOO_OLD", "Lines of that age are deleted here; record the fee at the case.", RefusalKind.Invalid, "valueDay");
}
