using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.Notifications.Views.Webhooks;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>Sends a delivery again under the same id, or at once where it waits for its next try.</summary>
public static class RepeatDelivery
{
    public static async Task<Results<Accepted<TestWebhook.Answer>, ProblemHttpResult>> Handle(
        Guid id, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (await DeliveryList.Find(id, database, cancellation) is not { } delivery)
        {
            return WebhookRefusals.DeliveryUnknown.ToProblem();
        }

        if ((await store.Load<Webhook>(delivery.WebhookId, cancellation)).State.State is not WebhookState.Active)
        {
            return WebhookRefusals.IsPaused.ToProblem();
        }

        await store.Append(
            new Changes()
                .Write(WebhookDeliveries.BeginAnew([new(id, delivery.Round)], clock.GetUtcNow()))
                .Leave(DeliverWebhook.Command(id, delivery.Round + 1, clock)),
            cancellation);
        return TypedResults.Accepted($"/webhooks/{delivery.WebhookId}/deliveries", new TestWebhook.Answer(id));
    }
}
