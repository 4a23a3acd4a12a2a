using Mamis.Notifications.Domain;
using MassTransit;
using Told = Mamis.Contracts.Certification;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>A title ended.</summary>
/// <param name="Reason"><c>lapsed</c>, <c>resigned</c> or <c>struck-off</c>.</param>
/// <param name="Revision">A higher one is newer, in whatever order they arrive.</param>
public sealed record CertificateEnded(Guid CertificateId, Guid PhysicianId, string Reason, long Revision)
{
    public static WebhookMessage Of(Told.CertificateEnded it, Guid message) => WebhookMessage.Of(
        WebhookKinds.CertificateEnded, message, it.OccurredAt, new CertificateEnded(it.CertificateId, it.PhysicianId, it.Reason, it.Version));
}

/// <summary>Integrators hear of an end. Ids follow from the message, and the revision says what is newer.</summary>
public sealed class SendWhenEnded(SendWebhooks webhooks) : IConsumer<Batch<Told.CertificateEnded>>
{
    public Task Consume(ConsumeContext<Batch<Told.CertificateEnded>> context) => webhooks.TellAll(context, CertificateEnded.Of);
}
