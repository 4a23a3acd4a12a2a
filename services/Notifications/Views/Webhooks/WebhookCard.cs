using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Npgsql;

namespace Mamis.Notifications.Views.Webhooks;

/// <summary>One webhook as the JMA sees it, and as it is sent to.</summary>
public sealed record WebhookCard
{
    public const string Columns = "w.id, w.name, w.url, w.kinds, w.state, w.reason, w.registered_at, w.changed_at, w.former_until";

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Url { get; init; }

    public required string[] Kinds { get; init; }

    /// <summary><c>active</c> or <c>paused</c>.</summary>
    public required WebhookState State { get; init; }

    /// <summary>Why it is paused.</summary>
    public PauseReason? Reason { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Until when the former secret signs too; it may be over.</summary>
    public DateTimeOffset? FormerUntil { get; init; }

    public static Task<WebhookCard?> Find(Guid id, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.Find<WebhookCard>($"select {Columns} from webhook_cards w where w.id = @id", new { id }, cancellation);

    /// <summary>Who wants to hear of any of these kinds.</summary>
    public static Task<IReadOnlyList<Ear>> Wanting(string[] kinds, NpgsqlDataSource database, CancellationToken cancellation) => database.List<Ear>(
        "select w.id, w.kinds, w.state = 'Active' as is_active from webhook_cards w where w.kinds && @kinds", new { kinds }, cancellation);

    /// <summary>Somebody who listens.</summary>
    public sealed record Ear
    {
        public required Guid Id { get; init; }

        public required string[] Kinds { get; init; }

        public required bool IsActive { get; init; }
    }
}

/// <summary>Keeps the cards, one statement for an event: there are few, and each builds on the one before.</summary>
public sealed class WebhookCardProjection : IInlineView
{
    private const string Register =
        """
        insert into webhook_cards (id, name, url, kinds, state, registered_at, changed_at)
        select id, name, url, array(select jsonb_array_elements_text(kinds)), 'Active', at, at from rows
        """;

    private const string Choose =
        "update webhook_cards w set kinds = array(select jsonb_array_elements_text(r.kinds)), changed_at = r.at from rows r where w.id = r.id";

    private const string Rotate = "update webhook_cards w set former_until = r.until, changed_at = r.at from rows r where w.id = r.id";

    private const string Turn = "update webhook_cards w set state = r.state, reason = r.reason, changed_at = r.at from rows r where w.id = r.id";

    public string Name => "webhook-cards";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["webhook_cards"];

    public string Schema =>
        """
        create table if not exists webhook_cards (
            id            uuid        primary key,
            name          text        not null,
            url           text        not null,
            kinds         text[]      not null,
            state         text        not null,
            reason        text,
            registered_at timestamptz not null,
            changed_at    timestamptz not null,
            former_until  timestamptz
        );
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) => events.Select(Change).OfType<Sql>();

    private static Sql? Change(StoredEvent e) => e.Data switch
    {
        WebhookRegistered it => Sql.For(Register, new { Id = e.StreamId, it.Name, it.Url, it.Kinds, At = e.Timestamp }),
        WebhookKindsChanged it => Sql.For(Choose, new { Id = e.StreamId, it.Kinds, At = e.Timestamp }),
        WebhookSecretRotated it => Sql.For(Rotate, new { Id = e.StreamId, Until = it.FormerUntil, At = e.Timestamp }),
        WebhookPaused it => Sql.For(Turn, new Turned(e.StreamId, WebhookState.Paused, it.Reason, e.Timestamp)),
        WebhookResumed => Sql.For(Turn, new Turned(e.StreamId, WebhookState.Active, Reason: null, e.Timestamp)),
        WebhookRemoved => Sql.For("delete from webhook_cards w using rows r where w.id = r.id", new { Id = e.StreamId }),
        _ => null,
    };

    private sealed record Turned(Guid Id, WebhookState State, PauseReason? Reason, DateTimeOffset At);
}
