using Mamis.EventStore;
using Mamis.Notifications.Messaging.Webhooks;
using Npgsql;

namespace Mamis.Notifications.Views.Webhooks;

/// <summary>What is sent to webhooks and how far each delivery has come. A record is kept once, however many hear of it.</summary>
public static class WebhookDeliveries
{
    public const string Tables =
        """
        create table if not exists webhook_messages (
            id      uuid        primary key,
            type    text        not null,
            body    text        not null,
            made_at timestamptz not null
        );
        create index if not exists webhook_messages_by_age on webhook_messages (made_at);
        create table if not exists webhook_deliveries (
            id         uuid        primary key,
            webhook_id uuid        not null,
            message_id uuid        not null references webhook_messages on delete cascade,
            state      text        not null,
            round      integer     not null,
            attempts   integer     not null default 0,
            since      timestamptz not null,
            made_at    timestamptz not null,
            tried_at   timestamptz,
            next_at    timestamptz,
            status     integer,
            fault      text
        );
        create index if not exists webhook_deliveries_of_webhook on webhook_deliveries (webhook_id, made_at desc, id desc);
        create index if not exists webhook_deliveries_of_message on webhook_deliveries (message_id);
        create index if not exists webhook_deliveries_kept on webhook_deliveries (webhook_id, id) where state = 'Kept';
        """;

    public const int FirstRound = 1;

    private const string ToBeSent =
        """
        select d.id, d.webhook_id, d.message_id, d.attempts, d.since, m.body, w.url, w.state = 'Active' as is_active
        from webhook_deliveries d join webhook_messages m on m.id = d.message_id join webhook_cards w on w.id = d.webhook_id
        where d.id = @id and d.round = @round and d.state = 'Waiting'
        """;

    /// <param name="At">When the first try is due.</param>
    public sealed record New(Guid Id, Guid WebhookId, Guid MessageId, DeliveryState State, DateTimeOffset At);

    /// <summary>A delivery and the round it is in.</summary>
    public sealed record Place(Guid Id, int Round);

    /// <summary>All that a try needs.</summary>
    public sealed record ToSend
    {
        public required Guid Id { get; init; }

        public required Guid WebhookId { get; init; }

        public required Guid MessageId { get; init; }

        /// <summary>Failures of this round.</summary>
        public required int Attempts { get; init; }

        /// <summary>When the first try of this round was due.</summary>
        public required DateTimeOffset Since { get; init; }

        public required string Body { get; init; }

        public required string Url { get; init; }

        public required bool IsActive { get; init; }
    }

    public static Sql Keep(IEnumerable<WebhookMessage> messages, DateTimeOffset now) => Sql.ForEach(
        "insert into webhook_messages (id, type, body, made_at) select id, type, body, made_at from rows on conflict do nothing",
        messages.Select(it => new { it.Id, it.Type, Body = it.ToJson(), MadeAt = now }));

    public static Sql Add(IEnumerable<New> deliveries) => Sql.ForEach(
        $"""
         insert into webhook_deliveries (id, webhook_id, message_id, state, round, since, made_at)
         select id, webhook_id, message_id, state, {FirstRound}, at, at from rows on conflict do nothing
         """,
        deliveries);

    /// <summary>What is to be sent; null when the round is over or the webhook is gone.</summary>
    public static Task<ToSend?> Due(Guid id, int round, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.Find<ToSend>(ToBeSent, new { id, round }, cancellation);

    public static Sql Tried(Guid id, DeliveryState state, WebhookOutcome outcome, DateTimeOffset at, DateTimeOffset? next) => Sql.For(
        """
        update webhook_deliveries d set state = r.state, attempts = d.attempts + 1, tried_at = r.at, next_at = r.next, status = r.status, fault = r.fault
        from rows r where d.id = r.id
        """,
        new { id, state, at, next, outcome.Status, outcome.Fault });

    public static Sql Put(Guid id, DeliveryState state) => Sql.For(
        "update webhook_deliveries d set state = r.state, next_at = null from rows r where d.id = r.id", new { id, state });

    /// <summary>Lets deliveries begin another round, unless somebody else did.</summary>
    public static Sql BeginAnew(IEnumerable<Place> deliveries, DateTimeOffset now) => Sql.ForEach(
        """
        update webhook_deliveries d set state = 'Waiting', round = r.round + 1, attempts = 0, since = r.now, next_at = null
        from rows r where d.id = r.id and d.round = r.round
        """,
        deliveries.Select(it => new { it.Id, it.Round, Now = now }));

    /// <summary>Some of what was kept for webhooks that are sent to now.</summary>
    public static Task<IReadOnlyList<Place>> Kept(int most, NpgsqlDataSource database, CancellationToken cancellation) => database.List<Place>(
        "select d.id, d.round from webhook_deliveries d join webhook_cards w on w.id = d.webhook_id where d.state = 'Kept' and w.state = 'Active' limit @most",
        new { most },
        cancellation);

    public static Sql Forget(Guid webhook) => Sql.For(
        "delete from webhook_deliveries d using rows r where d.webhook_id = r.webhook_id", new { WebhookId = webhook });

    /// <summary>Takes records and their deliveries away.</summary>
    public static Task Purge(DateTimeOffset before, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.Do("delete from webhook_messages where made_at < @before", new { before }, cancellation);
}
