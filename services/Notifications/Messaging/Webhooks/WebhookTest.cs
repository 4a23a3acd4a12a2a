using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>Nothing happened; the JMA tries whether a webhook arrives.</summary>
public sealed record WebhookTest(Guid WebhookId)
{
    public static WebhookMessage Of(Guid webhook, TimeProvider clock) => WebhookMessage.Of(
        WebhookKinds.Test, Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow(), new WebhookTest(webhook));
}
