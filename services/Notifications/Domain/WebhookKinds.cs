namespace Mamis.Notifications.Domain;

/// <summary>What integrators can hear of: the <c>type</c> of a webhook, which never changes its meaning.</summary>
public static class WebhookKinds
{
    public const string ApplicationDecided = "application.decided";
    public const string ApplicationReturned = "application.returned";
    public const string CertificateTermBegan = "certificate.term-began";
    public const string CertificateEnded = "certificate.ended";
    public const string CreditPosted = "credit.posted";
    public const string CreditWithdrawn = "credit.withdrawn";

    /// <summary>Sent on demand; nobody has to ask for it.</summary>
    public const string Test = "webhook.test";

    public static IReadOnlyList<string> All { get; } =
        [ApplicationDecided, ApplicationReturned, CertificateTermBegan, CertificateEnded, CreditPosted, CreditWithdrawn];
}
