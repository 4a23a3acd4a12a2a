using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>Sends a webhook something harmless, so that its owner sees whether it arrives and whether the signature fits.</summary>
public static class TestWebhook
{
    /// <param name="DeliveryId">What became of it stands among the deliveries.</param>
    public sealed record Answer(Guid DeliveryId);

    public static async Task<Results<Accepted<Answer>, ProblemHttpResult>> Handle(
        Guid id, IEventStore store, SendWebhooks webhooks, TimeProvider clock, CancellationToken cancellation)
    {
        var state = (await store.Load<Webhook>(id, cancellation)).State.State;

        if (state is not WebhookState.Active)
        {
            return (state is WebhookState.Paused ? WebhookRefusals.IsPaused : WebhookRefusals.Unknown).ToProblem();
        }

        var delivery = await webhooks.To(id, WebhookTest.Of(id, clock), cancellation);
        return TypedResults.Accepted($"/webhooks/{id}/deliveries", new Answer(delivery));
    }
}
