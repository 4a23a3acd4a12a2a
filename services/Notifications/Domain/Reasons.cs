namespace Mamis.Notifications.Domain;

/// <summary>Why a notice went by letter, or was not told at all; the coverage report shows these codes.</summary>
public static class Reasons
{
    public const string NoEmail = "NO_EMAIL";

    public const string NoAddress = "NO_ADDRESS";

    /// <summary>The letter came back.</summary>
    public const string AddressWrong = "ADDRESS_WRONG";

    /// <summary>Identity knows nobody under this id, as after an erasure.</summary>
    public const string PhysicianUnknown = "PHYSICIAN_UNKNOWN";

    /// <summary>The term it warned of was renewed or corrected before the notice went out.</summary>
    public const string TermReplaced = "TERM_REPLACED";

    public const string CertificateEnded = "CERTIFICATE_ENDED";

    /// <summary>The renewal it asks for is applied for.</summary>
    public const string AlreadyApplied = "ALREADY_APPLIED";

    /// <summary>That application was sent back or ended without a grant, so the reminder is due again.</summary>
    public const string ApplicationStopped = "APPLICATION_STOPPED";

    /// <summary>The credits suffice, so there was nothing to tell.</summary>
    public const string NothingMissing = "NOTHING_MISSING";

    /// <summary>Certification knows no such certificate, so nobody can say what it lacks.</summary>
    public const string CreditsUnknown = "CREDITS_UNKNOWN";

    /// <summary>No membership and no workplace is known of the physician, so no desk can be told.</summary>
    public const string DeskUnknown = "DESK_UNKNOWN";

    /// <summary>The term or the desk became known on the very day of the report; the next run tells it.</summary>
    public const string KnownSinceToday = "KNOWN_SINCE_TODAY";

    /// <summary>It should have been told and was not, and nothing on record says why.</summary>
    public const string NotTold = "NOT_TOLD";

    public const string ToldTwice = "TOLD_TWICE";

    /// <summary>The address on record is no mail address.</summary>
    public const string EmailUnreadable = "EMAIL_UNREADABLE";

    public const string ServerUnreachable = "SERVER_UNREACHABLE";

    public const string ServerSilent = "SERVER_SILENT";

    /// <summary>The physician does without mails of this kind; the inbox has the notice.</summary>
    public const string SwitchedOff = "SWITCHED_OFF";

    /// <summary>An organisation is told on its page.</summary>
    public const string OnPage = "ON_PAGE";
}
