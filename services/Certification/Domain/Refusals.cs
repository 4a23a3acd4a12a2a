using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>Every way this service says no, besides the reasons of the rules themselves.</summary>
public static class Refusals
{
    public static readonly Refusal ApplicationUnknown = new("APPLICATION_UNKNOWN", "There is no such application for you.", RefusalKind.NotFound);
    public static readonly Refusal ApplicationOver = new("APPLICATION_OVER", "This application is decided or withdrawn; begin a new one.");
    public static readonly Refusal ApplicationNotWithYou = new("APPLICATION_NOT_WITH_YOU", "It lies with the desks; wait until it is decided or sent back.");
    public static readonly Refusal ApplicationNotSubmitted = new("APPLICATION_NOT_SUBMITTED", "The physician has to submit it first.");
    public static readonly Refusal NotAtYourDesk = new("APPLICATION_NOT_AT_YOUR_DESK", "It lies at another desk; look at its history.");
    public static readonly Refusal NotTheFirstDesk = new("NOT_THE_FIRST_DESK", "Only the first desk takes fees and originals.", RefusalKind.Forbidden);
    public static readonly Refusal FourEyes = new("FOUR_EYES", "You decided on it at another desk; somebody else must decide here.", RefusalKind.Forbidden);
    public static readonly Refusal OnlyJmaRejects = new("ONLY_JMA_REJECTS", "Send it back with a reason instead.", RefusalKind.Forbidden);
    public static readonly Refusal FeeUnpaid = new("FEE_UNPAID", "Record the fee before approving.");
    public static readonly Refusal PaperOriginalNotReceived = new("PAPER_ORIGINAL_NOT_RECEIVED", "Record the original handbook before approving.");
    public static readonly Refusal FeeAmountWrong = new("FEE_AMOUNT_WRONG", "The amount is not the fee of this application.", RefusalKind.Invalid, "amount");
    public static readonly Refusal DayInFuture = new("DAY_IN_FUTURE", "Something that is to be recorded has happened already.", RefusalKind.Invalid);
    public static readonly Refusal CertifiedOnMissing = new("CERTIFIED_ON_MISSING", "A new certificate needs the certification day of its round.", RefusalKind.Invalid, "certifiedOn");
    public static readonly Refusal CertifiedOnNotAsked = new("CERTIFIED_ON_NOT_ASKED", "Only the last desk sets a certification day, and only for a new certificate.", RefusalKind.Invalid, "certifiedOn");
    public static readonly Refusal ChangedMeanwhile = new("CHANGED_MEANWHILE", "It changed since you read it. Read it again and repeat what still applies.");
    public static readonly Refusal ReasonMissing = new("REASON_MISSING", "Say what is to be corrected, or why.", RefusalKind.Invalid, "reasons");
    public static readonly Refusal RegistrationUnchecked = new("REGISTRATION_UNCHECKED", "The prefecture of the workplace still compares your registration with the licence. The draft stays; submit it once that is done.");
    public static readonly Refusal PhysicianUnknown = new("PHYSICIAN_UNKNOWN", "Nothing is known here of this physician yet, or it is none of yours.", RefusalKind.NotFound);
    public static readonly Refusal CertificateUnknown = new("CERTIFICATE_UNKNOWN", "There is no such certificate for you.", RefusalKind.NotFound);
    public static readonly Refusal CertificateLapsed = new("CERTIFICATE_LAPSED", "The title is lost, so no new paper is printed; the history stays readable.");
    public static readonly Refusal NumberAmbiguous = new("CERTIFICATE_NUMBER_AMBIGUOUS", "Both schemes have this number; name the scheme.", RefusalKind.Invalid, "scheme");
    public static readonly Refusal AssociationOutOfReach = new("ASSOCIATION_OUT_OF_REACH", "Ask for your own association or one below it.", RefusalKind.Forbidden, "association");
    public static readonly Refusal PeriodUnusable = new("PERIOD_UNUSABLE", "The last day must not lie before the first, nor more than ten years after it.", RefusalKind.Invalid, "to");
    public static readonly Refusal StatementUnknown = new("STATEMENT_UNKNOWN", "The holder has uploaded no such statement of a special reason.", RefusalKind.Invalid, "statementId");
    public static readonly Refusal GraceNotOffered = new("GRACE_NOT_OFFERED", "This scheme knows no grace.");
    public static readonly Refusal SweepsNotAllowed = new("SWEEPS_NOT_ALLOWED", "Sweeps need the scope sweeps, or staff of the JMA.", RefusalKind.Forbidden);
    public static readonly Refusal AsOfMissing = new("AS_OF_MISSING", "Say for which day it is: { \"asOf\": \"2026-11-22\" }.", RefusalKind.Invalid, "asOf");
    public static readonly Refusal AsOfUnreadable = new("AS_OF_UNREADABLE", "Write the day as YYYY-MM-DD; it must exist in the calendar.", RefusalKind.Invalid, "asOf");
    public static readonly Refusal SweepUnderWay = new("SWEEP_UNDER_WAY", "Another sweep is under way; what it leaves, the next one finds.");
    public static readonly Refusal DayOver = new("DAY_OVER", "What is tried out lies ahead; name today or a later day.", RefusalKind.Invalid);
    public static readonly Refusal SessionAfterApplication = new("SESSION_AFTER_APPLICATION", "A session after the day of the application cannot count for it.", RefusalKind.Invalid);
}
