namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What is worth knowing about a case without blocking it by itself: the published codes of domain.md 3.11.</summary>
public static class Flags
{
    public const string CompletionNotRecognised = "COMPLETION_NOT_RECOGNISED";
    public const string CovidMeasureApplied = "COVID_MEASURE_APPLIED";
    public const string CreditConsumed = "CREDIT_CONSUMED";
    public const string CreditInFuture = "CREDIT_IN_FUTURE";
    public const string CreditNotPosted = "CREDIT_NOT_POSTED";
    public const string CreditNotRegistered = "CREDIT_NOT_REGISTERED";
    public const string CreditOutsideValidity = "CREDIT_OUTSIDE_VALIDITY";
    public const string CreditWrongKind = "CREDIT_WRONG_KIND";
    public const string DuplicateCredit = "DUPLICATE_CREDIT";
    public const string EscortCapApplied = "ESCORT_CAP_APPLIED";
    public const string GraceApplied = "GRACE_APPLIED";
    public const string LeadNotCredited = "LEAD_NOT_CREDITED";
    public const string LecturerNotCredited = "LECTURER_NOT_CREDITED";
    public const string PaperAfterCutoff = "PAPER_AFTER_CUTOFF";
    public const string PaperOriginalRequired = "PAPER_ORIGINAL_REQUIRED";
    public const string PartialAttendance = "PARTIAL_ATTENDANCE";
    public const string SystemBeforeCutoff = "SYSTEM_BEFORE_CUTOFF";
    public const string WebCapApplied = "WEB_CAP_APPLIED";
    public const string WebNotAllowed = "WEB_NOT_ALLOWED";

    /// <summary>The flag where it applies, so that findings can be written as a list.</summary>
    public static IEnumerable<string> When(bool applies, string flag) => applies ? [flag] : [];
}
