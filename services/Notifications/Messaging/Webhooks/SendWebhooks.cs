using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Views.Webhooks;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>Makes of what happened a delivery for every webhook that wants to hear of it, all of them in one append.</summary>
/// <remarks>The id of a delivery follows from event and webhook: what is told twice is delivered once.</remarks>
public sealed class SendWebhooks(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    public Task Tell<T>(ConsumeContext<T> context, Func<T, Guid, WebhookMessage> of)
        where T : class => Tell([of(context.Message, IdOf(context))], context.CancellationToken);

    public Task TellAll<T>(ConsumeContext<Batch<T>> context, Func<T, Guid, WebhookMessage> of)
        where T : class => Tell([.. context.Message.Select(it => of(it.Message, IdOf(it)))], context.CancellationToken);

    /// <summary>Sends to one webhook, whatever it asked for; answers the delivery.</summary>
    public async Task<Guid> To(Guid webhook, WebhookMessage message, CancellationToken cancellation)
    {
        var delivery = Of(message, webhook, isActive: true);
        await Deliver([message], [delivery], cancellation);
        return delivery.Id;
    }

    private async Task Tell(IReadOnlyList<WebhookMessage> messages, CancellationToken cancellation)
    {
        var wanting = await WebhookCard.Wanting([.. messages.Select(it => it.Type).Distinct()], database, cancellation);
        var deliveries = messages
            .SelectMany(message => wanting.Where(it => it.Kinds.Contains(message.Type)).Select(it => Of(message, it.Id, it.IsActive)))
            .ToArray();

        if (deliveries.Length > 0)
        {
            await Deliver(messages, deliveries, cancellation);
        }
    }

    private Task Deliver(IEnumerable<WebhookMessage> messages, IReadOnlyList<WebhookDeliveries.New> deliveries, CancellationToken cancellation)
    {
        var changes = new Changes().Write(WebhookDeliveries.Keep(messages, clock.GetUtcNow())).Write(WebhookDeliveries.Add(deliveries));

        // A paused webhook finds its deliveries when it is resumed.
        foreach (var delivery in deliveries.Where(it => it.State is DeliveryState.Waiting))
        {
            changes.Leave(DeliverWebhook.Command(delivery.Id, WebhookDeliveries.FirstRound, clock));
        }

        return store.Append(changes, cancellation);
    }

    private WebhookDeliveries.New Of(WebhookMessage message, Guid webhook, bool isActive) => new(
        DeterministicId.From("webhook-delivery", webhook, message.Id), webhook, message.Id, isActive ? DeliveryState.Waiting : DeliveryState.Kept, clock.GetUtcNow());

    private static Guid IdOf(ConsumeContext context) => context.MessageId ?? throw new InvalidOperationException("A message without id.");
}
