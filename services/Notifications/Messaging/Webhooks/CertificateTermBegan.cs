using Mamis.Notifications.Domain;
using MassTransit;
using Told = Mamis.Contracts.Certification;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>A certificate has a term: taken over, issued or renewed.</summary>
/// <param name="Scheme"><c>occupational</c> or <c>sports</c>.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="Revision">A higher one is newer, in whatever order they arrive.</param>
public sealed record CertificateTermBegan(
    Guid CertificateId, Guid PhysicianId, string Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo, long Revision)
{
    public static WebhookMessage Of(Told.CertificateTermBegan it, Guid message) => WebhookMessage.Of(
        WebhookKinds.CertificateTermBegan,
        message,
        it.OccurredAt,
        new CertificateTermBegan(it.CertificateId, it.PhysicianId, it.Scheme.ToLowerInvariant(), it.Number, it.ValidFrom, it.ValidTo, it.Version));
}

/// <summary>Integrators hear of a term; an import tells of thousands. Ids follow from the message, and the revision says what is newer.</summary>
public sealed class SendWhenTermBegan(SendWebhooks webhooks) : IConsumer<Batch<Told.CertificateTermBegan>>
{
    public Task Consume(ConsumeContext<Batch<Told.CertificateTermBegan>> context) => webhooks.TellAll(context, CertificateTermBegan.Of);
}
