using System.Globalization;
using Mamis.EventStore;
using Mamis.EventStore.Commands;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.Notifications.Views.Webhooks;
using Npgsql;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>Sends what was kept for webhooks that are sent to again, and lets go of deliveries that are a month old; once a day and after a resumption.</summary>
public sealed class TidyWebhooks(IEventStore store, NpgsqlDataSource database, TimeProvider clock) : ICommandHandler
{
    private const int DeliveriesInOneAppend = 1_000;

    public static string Kind => "tidy-webhooks";

    public static int Lanes => 1;

    /// <summary>The work of a day, left by the first run of it.</summary>
    public static StoreCommand For(DateOnly today, DateTimeOffset due) =>
        new(DeterministicId.From(Kind, today.ToString("O", CultureInfo.InvariantCulture)), Kind, new { }, due);

    public static StoreCommand Now(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()), Kind, new { }, clock.GetUtcNow());

    public async Task Handle(TakenCommand command, CancellationToken cancellation)
    {
        await WebhookDeliveries.Purge(clock.GetUtcNow().AddDays(-WebhookRules.On(clock.Today()).KeptDays), database, cancellation);

        while (await WebhookDeliveries.Kept(DeliveriesInOneAppend, database, cancellation) is { Count: > 0 } kept)
        {
            var changes = new Changes().Write(WebhookDeliveries.BeginAnew(kept, clock.GetUtcNow()));

            foreach (var (id, round) in kept)
            {
                changes.Leave(DeliverWebhook.Command(id, round + 1, clock));
            }

            await store.Append(changes, cancellation);
        }
    }
}
