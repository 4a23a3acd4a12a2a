using Mamis.Notifications.Domain;
using MassTransit;
using Told = Mamis.Contracts.TrainingCredits;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>A credit stands in a ledger.</summary>
/// <param name="SessionId">Null for a credit from the paper handbook.</param>
/// <param name="Date">Day of the training.</param>
/// <param name="Category">Code of the glossary, such as <c>life-update</c>.</param>
/// <param name="Units">Whole units of one hour.</param>
/// <param name="Status"><c>posted</c>, or <c>pending</c> until a desk has compared it with the handbook.</param>
public sealed record CreditPosted(Guid EntryId, Guid PhysicianId, Guid? SessionId, DateOnly Date, string Category, int Units, string Status)
{
    public static WebhookMessage Of(Told.CreditPosted it, Guid message) => WebhookMessage.Of(
        WebhookKinds.CreditPosted,
        message,
        it.OccurredAt,
        new CreditPosted(it.EntryId, it.PhysicianId, it.SessionId, it.Date, it.Category, it.Units, it.Status));
}

/// <summary>Integrators hear of a credit; an attendance list brings thousands. Ids follow from the message, so repetition adds nothing.</summary>
public sealed class SendWhenPosted(SendWebhooks webhooks) : IConsumer<Batch<Told.CreditPosted>>
{
    public Task Consume(ConsumeContext<Batch<Told.CreditPosted>> context) => webhooks.TellAll(context, CreditPosted.Of);
}
