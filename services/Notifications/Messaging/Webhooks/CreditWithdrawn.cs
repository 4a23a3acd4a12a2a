using Mamis.Notifications.Domain;
using MassTransit;
using Told = Mamis.Contracts.TrainingCredits;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>A credit counts no longer; it may arrive before the credit itself.</summary>
public sealed record CreditWithdrawn(Guid EntryId, Guid PhysicianId)
{
    public static WebhookMessage Of(Told.CreditWithdrawn it, Guid message) => WebhookMessage.Of(
        WebhookKinds.CreditWithdrawn, message, it.OccurredAt, new CreditWithdrawn(it.EntryId, it.PhysicianId));
}

/// <summary>Integrators hear of a withdrawal, which may overtake its credit and is final. Ids follow from the message.</summary>
public sealed class SendWhenWithdrawn(SendWebhooks webhooks) : IConsumer<Batch<Told.CreditWithdrawn>>
{
    public Task Consume(ConsumeContext<Batch<Told.CreditWithdrawn>> context) => webhooks.TellAll(context, CreditWithdrawn.Of);
}
