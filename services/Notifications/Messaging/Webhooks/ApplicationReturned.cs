using Mamis.Notifications.Domain;
using Told = Mamis.Contracts.Certification;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>A desk sent an application back, to be corrected and submitted again.</summary>
/// <param name="Desk">Code of the association.</param>
public sealed record ApplicationReturned(Guid ApplicationId, Guid PhysicianId, string Desk)
{
    public static WebhookMessage Of(Told.ApplicationReturned it, Guid message) => WebhookMessage.Of(
        WebhookKinds.ApplicationReturned, message, it.OccurredAt, new ApplicationReturned(it.ApplicationId, it.PhysicianId, it.Desk));
}
