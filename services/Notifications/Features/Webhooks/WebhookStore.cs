using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.Notifications.Views.Webhooks;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>What the webhooks keep in the store of the service, and what they are made of.</summary>
public static class WebhookStore
{
    public static EventStoreBuilder WithWebhooks(this EventStoreBuilder store) => store
        .Stream<Webhook>(
            typeof(WebhookRegistered), typeof(WebhookKindsChanged), typeof(WebhookSecretRotated), typeof(WebhookPaused), typeof(WebhookResumed), typeof(WebhookRemoved))
        .View<WebhookCardProjection>()
        .Tables(WebhookSecrets.Tables)
        .Tables(WebhookDeliveries.Tables)
        .Commands<DeliverWebhooks>()
        .Commands<TidyWebhooks>();

    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>().BindConfiguration("Webhooks").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<WebhookSecrets>();
        builder.Services.AddSingleton<WebhookAddresses>();
        builder.Services.AddSingleton<WebhookGates>();
        builder.Services.AddSingleton<WebhookClient>();
        builder.Services.AddSingleton<SendWebhooks>();
    }
}
