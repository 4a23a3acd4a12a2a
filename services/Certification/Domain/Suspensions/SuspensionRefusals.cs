using Mamis.Kernel;

namespace Mamis.Certification.Domain.Suspensions;

/// <summary>Every "no" about resting titles.</summary>
public static class SuspensionRefusals
{
    public static readonly Refusal OwnTitle = new("OWN_TITLE", "Nobody decides on the own title; ask a colleague.", RefusalKind.Forbidden);
    public static readonly Refusal TitleLost = new("TITLE_LOST", "The title is lost, so there is nothing left to decide on it.");
    public static readonly Refusal Suspended = new("ALREADY_SUSPENDED", "A suspension runs or is to come; lift it before another one.");
    public static readonly Refusal NotSuspended = new("NOT_SUSPENDED", "No suspension runs or is to come.");
    public static readonly Refusal EndsEarlier = new("SUSPENSION_ENDS_EARLIER", "It ends before that day by itself; name an earlier one.", RefusalKind.Invalid, "from");
    public static readonly Refusal DayPast = new("SUSPENSION_DAY_PAST", "Name today or a later day: what a title was worth on a past day stays as it was told.", RefusalKind.Invalid, "from");
    public static readonly Refusal EndsBeforeItBegins = new("SUSPENSION_ENDS_BEFORE_IT_BEGINS", "The last day must not lie before the first.", RefusalKind.Invalid, "until");
    public static readonly Refusal NoPaper = new("CERTIFICATE_SUSPENDED", "The title rests, so no new paper is made of it; the history stays readable.");
    public static readonly Refusal ReasonMissing = new("SUSPENSION_REASON_MISSING", "Say why, in up to 2,000 characters; the holder reads it.", RefusalKind.Invalid, "reason");
}
