using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Webhooks;

/// <summary>What was sent to a webhook in the last month and what became of it, the latest first.</summary>
public static class DeliveryList
{
    private const int PageSize = 50;

    private const string Columns =
        "d.id, d.webhook_id, d.message_id, d.state, d.round, d.attempts, d.made_at, d.tried_at, d.next_at, d.status, d.fault, m.type";

    /// <param name="Deliveries">One page of them.</param>
    /// <param name="Next">Give it as <c>cursor</c> for the next page; null on the last one.</param>
    public sealed record Answer(IReadOnlyList<WebhookDelivery> Deliveries, Guid? Next);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        Guid id, Guid? cursor, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await WebhookCard.Find(id, database, cancellation) is null)
        {
            return WebhookRefusals.Unknown.ToProblem();
        }

        var deliveries = await database.List<WebhookDelivery>(
            $"""
             select {Columns} from webhook_deliveries d join webhook_messages m on m.id = d.message_id
             where d.webhook_id = @id
                 and (@cursor::uuid is null or (d.made_at, d.id) < (select c.made_at, c.id from webhook_deliveries c where c.id = @cursor))
             order by d.made_at desc, d.id desc limit {PageSize}
             """,
            new { id, cursor },
            cancellation);

        return TypedResults.Ok(new Answer(deliveries, deliveries.Count == PageSize ? deliveries[^1].Id : null));
    }

    public static Task<WebhookDelivery?> Find(Guid id, NpgsqlDataSource database, CancellationToken cancellation) => database.Find<WebhookDelivery>(
        $"select {Columns} from webhook_deliveries d join webhook_messages m on m.id = d.message_id where d.id = @id", new { id }, cancellation);
}

/// <summary>One delivery to one webhook.</summary>
public sealed record WebhookDelivery
{
    public required Guid Id { get; init; }

    public required Guid WebhookId { get; init; }

    /// <summary>The <c>webhook-id</c> it is sent under.</summary>
    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>1, and one more each time it is begun anew.</summary>
    public required int Round { get; init; }

    /// <summary>Tries of this round.</summary>
    public required int Attempts { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    /// <summary>HTTP status of the last try; null where there was no answer.</summary>
    public int? Status { get; init; }

    public WebhookFault? Fault { get; init; }
}

/// <summary>How far a delivery has come.</summary>
public enum DeliveryState
{
    Waiting,
    Delivered,

    /// <summary>Given up; it can be repeated by hand.</summary>
    Failed,

    /// <summary>The webhook is paused; it goes out when that is over.</summary>
    Kept,
}
