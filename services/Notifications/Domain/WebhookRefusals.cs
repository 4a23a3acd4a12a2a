using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Every way a webhook says no.</summary>
public static class WebhookRefusals
{
    public static readonly Refusal Unknown = new("WEBHOOK_UNKNOWN", "There is no such webhook; GET /webhooks lists them.", RefusalKind.NotFound);

    public static readonly Refusal NameMissing = new(
        "WEBHOOK_NAME_MISSING", "Give it a name of 1 to 100 characters on one line.", RefusalKind.Invalid, "name");

    public static readonly Refusal UrlInvalid = new(
        "WEBHOOK_URL_INVALID",
        "Write an absolute https address of at most 500 characters, without a user name or a fragment.",
        RefusalKind.Invalid,
        "url");

    public static readonly Refusal HostUnknown = new(
        "WEBHOOK_HOST_UNKNOWN", "The name of the server cannot be found. Check it, and whether its DNS entry is public.", RefusalKind.Invalid, "url");

    public static readonly Refusal AddressForbidden = new(
        "WEBHOOK_ADDRESS_FORBIDDEN", "The server must stand in the public internet, not inside of a network.", RefusalKind.Invalid, "url");

    public static readonly Refusal KindsMissing = new("WEBHOOK_KINDS_MISSING", "Choose at least one kind.", RefusalKind.Invalid, "kinds");

    public static readonly Refusal KindUnknown = new(
        "WEBHOOK_KIND_UNKNOWN", $"The kinds are {string.Join(", ", WebhookKinds.All)}.", RefusalKind.Invalid, "kinds");

    public static readonly Refusal IsPaused = new("WEBHOOK_PAUSED", "Nothing is sent to it now. Resume it first.");

    public static readonly Refusal DeliveryUnknown = new(
        "WEBHOOK_DELIVERY_UNKNOWN", "There is no such delivery; they are kept for 30 days.", RefusalKind.NotFound);
}
