using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Every way a preference says no.</summary>
public static class PreferenceRefusals
{
    public static readonly Refusal AlwaysTold = new(
        "NOTICE_ALWAYS_TOLD", "Notices of this kind protect a title or a right, so their mails cannot be switched off.", Subject: "kind");

    public static readonly Refusal KindUnknown = new(
        "NOTICE_KIND_UNKNOWN", "There is no such kind of notice.", RefusalKind.NotFound, "kind");

    public static readonly Refusal MailMissing = new(
        "NOTICE_MAIL_MISSING", "Say whether mails are wanted: { \"mail\": false }.", RefusalKind.Invalid, "mail");

    public static readonly Refusal LinkUnknown = new(
        "STOP_LINK_UNKNOWN", "The link was not made here, or was cut off. Copy all of it from the mail.", RefusalKind.NotFound);
}
