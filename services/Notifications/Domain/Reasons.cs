namespace Mamis.Notifications.Domain;

/// <summary>Why a notice went by letter, or was not told at all; the coverage report shows these codes.</summary>
public static class Reasons
{
    public const string NoEmail = "NO_EMAIL";

    public const string NoAddress = "NO_ADDRESS";

    /// <summary>Identity knows nobody under this id, as after an erasure.</summary>
    public const string PhysicianUnknown = "PHYSICIAN_UNKNOWN";

    /// <summary>The term it warned of was renewed or corrected before the notice went out.</summary>
    public const string TermReplaced = "TERM_REPLACED";

    public const string CertificateEnded = "CERTIFICATE_ENDED";

    /// <summary>The address on record is no mail address.</summary>
    public const string EmailUnreadable = "EMAIL_UNREADABLE";

    public const string ServerUnreachable = "SERVER_UNREACHABLE";

    public const string ServerSilent = "SERVER_SILENT";
}
