using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features.Webhooks;
using Mamis.Notifications.Views.Webhooks;
using Npgsql;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>The work left for one delivery.</summary>
/// <param name="Round">Counts up when it is begun anew; work of an earlier round is void.</param>
public sealed record DeliverWebhook(Guid DeliveryId, int Round)
{
    public const string Kind = "deliver-webhook";

    public static StoreCommand Command(Guid delivery, int round, TimeProvider clock) =>
        new(DeterministicId.From(Kind, delivery, round), Kind, new DeliverWebhook(delivery, round), clock.GetUtcNow());
}

/// <summary>Sends what happened to whoever asked for it, for three days; then, or when told that nobody is there any more, it pauses the webhook.</summary>
/// <remarks>A node that dies before it has noted the success sends once more, under the same id, by which the receiver knows it.</remarks>
public sealed class DeliverWebhooks(
    WebhookClient client, WebhookGates gates, WebhookSecrets secrets, IEventStore store, NpgsqlDataSource database, TimeProvider clock) : ICommandHandler
{
    public static string Kind => DeliverWebhook.Kind;

    public static int Lanes => 4;

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        var work = command.Payload<DeliverWebhook>();
        var due = await WebhookDeliveries.Due(work.DeliveryId, work.Round, database, cancellation);

        if (due is { IsActive: true })
        {
            var keys = await secrets.KeysOf(due.WebhookId, clock.GetUtcNow(), cancellation);
            var outcome = await gates.Pass(due.WebhookId, it => client.Send(due, keys, it), cancellation);
            await Note(due, outcome, cancellation);
        }
        else if (due is not null)
        {
            await store.Append(new Changes().Write(WebhookDeliveries.Put(due.Id, DeliveryState.Kept)), cancellation);
        }
    }

    private async Task Note(WebhookDeliveries.ToSend due, WebhookOutcome outcome, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var wait = outcome.IsDelivered || outcome.IsGone
            ? null
            : WebhookRules.On(clock.Today()).WaitAfter(due.Attempts + 1, due.Since, now, Random.Shared.NextDouble());
        var state = outcome.IsDelivered ? DeliveryState.Delivered : wait is null ? DeliveryState.Failed : DeliveryState.Waiting;
        var note = WebhookDeliveries.Tried(due.Id, state, outcome, now, now + wait);

        if (state is DeliveryState.Failed)
        {
            var pause = new PauseWebhook.Command(outcome.IsGone ? PauseReason.Gone : PauseReason.NotReached, By: null);
            await store.DecideAsync<Webhook>(due.WebhookId, it => PauseWebhook.Decide(it, pause), changes => changes.Write(note), cancellation);
        }
        else
        {
            await store.Append(new Changes().Write(note), cancellation);
        }

        if (wait is { } later)
        {
            throw new PutBackException(later);
        }
    }
}
