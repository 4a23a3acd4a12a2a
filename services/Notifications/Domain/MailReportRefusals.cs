using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Every way a report of a mail server is not taken. Temporary ones are 503, so that the server brings it again.</summary>
public static class MailReportRefusals
{
    public static readonly Refusal NotAllowed = new(
        "MAIL_REPORTS_NOT_ALLOWED", "Mail reports need the scope mail-reports.", RefusalKind.Forbidden);

    public static readonly Refusal NoReport = new(
        "MAIL_REPORT_MALFORMED", "This is no multipart/report with a message/delivery-status (RFC 3464), and no JSON object of its fields.", RefusalKind.Invalid);

    public static readonly Refusal ActionMissing = new(
        "MAIL_REPORT_ACTION_UNREADABLE", "Action is failed, delayed, delivered, relayed or expanded.", RefusalKind.Invalid, "Action");

    public static readonly Refusal StatusMissing = new(
        "MAIL_REPORT_STATUS_UNREADABLE", "Status has the form 5.1.1 (RFC 3463).", RefusalKind.Invalid, "Status");

    public static readonly Refusal MessageMissing = new(
        "MAIL_REPORT_MESSAGE_MISSING", "The report has to return the headers of the mail, with its Message-ID.", RefusalKind.Invalid, "Message-ID");

    public static readonly Refusal MailUnknown = new(
        "MAIL_UNKNOWN", "No notice went out under this Message-ID.", RefusalKind.NotFound, "Message-ID");

    public static readonly Refusal MailNotNoted = new(
        "MAIL_NOT_NOTED_YET", "The mail is still being sent. Bring the report again in a minute.", RefusalKind.Unavailable, "Message-ID");
}
