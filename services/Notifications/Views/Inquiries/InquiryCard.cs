using Mamis.EventStore;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Views.Inquiries;

/// <summary>One inquiry in the list of its physician and in the queue of its desk.</summary>
public sealed record InquiryCard
{
    public const string Columns = "i.id, i.physician_id, i.desk, i.application_id, i.state, i.assigned_to, i.opened_at, i.waiting_since, i.changed_at";

    public required Guid Id { get; init; }

    public required Guid PhysicianId { get; init; }

    /// <summary>Code of the association that answers.</summary>
    public required string Desk { get; init; }

    public Guid? ApplicationId { get; init; }

    public required InquiryState State { get; init; }

    /// <summary>The account of the member of staff who looks after it; physicians are not told.</summary>
    public Guid? AssignedTo { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Since when the desk owes an answer; null while it owes none.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>Keeps the cards, one statement for an event: there are few, and each builds on the one before.</summary>
public sealed class InquiryCardProjection : IInlineView
{
    private const string Open =
        """
        insert into inquiry_cards (id, physician_id, desk, application_id, state, opened_at, waiting_since, changed_at)
        select id, physician, desk, application, 'Waiting', at, at, at from rows
        """;

    private const string Ask =
        """
        update inquiry_cards i set state = 'Waiting', waiting_since = coalesce(i.waiting_since, r.at), changed_at = r.at
        from rows r where i.id = r.id
        """;

    private const string Settle =
        "update inquiry_cards i set state = r.state, waiting_since = null, changed_at = r.at from rows r where i.id = r.id";

    private const string Assign = "update inquiry_cards i set assigned_to = r.account from rows r where i.id = r.id";

    public string Name => "inquiry-cards";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["inquiry_cards"];

    public string Schema =>
        """
        create table if not exists inquiry_cards (
            id             uuid        primary key,
            physician_id   uuid        not null,
            desk           text        not null,
            application_id uuid,
            state          text        not null,
            assigned_to    uuid,
            opened_at      timestamptz not null,
            waiting_since  timestamptz,
            changed_at     timestamptz not null
        );
        create index if not exists inquiry_cards_of_physician on inquiry_cards (physician_id, changed_at desc);
        create index if not exists inquiry_cards_of_desk on inquiry_cards (desk, waiting_since, changed_at) where state <> 'Closed';
        create index if not exists inquiry_cards_closed on inquiry_cards (desk, changed_at desc) where state = 'Closed';
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) => events.Select(Change).OfType<Sql>();

    private static Sql? Change(StoredEvent e) => e.Data switch
    {
        InquiryOpened it => Sql.For(Open, new Opened(e.StreamId, it.Physician.Value, it.Desk, it.Application, e.Timestamp)),
        InquiryAsked => Sql.For(Ask, new Asked(e.StreamId, e.Timestamp)),
        InquiryAnswered => Sql.For(Settle, new Settled(e.StreamId, InquiryState.Answered, e.Timestamp)),
        InquiryClosed => Sql.For(Settle, new Settled(e.StreamId, InquiryState.Closed, e.Timestamp)),
        InquiryAssigned it => Sql.For(Assign, new Assigned(e.StreamId, it.To?.Value)),
        _ => null,
    };

    private sealed record Opened(Guid Id, Guid Physician, string Desk, Guid? Application, DateTimeOffset At);

    private sealed record Asked(Guid Id, DateTimeOffset At);

    private sealed record Settled(Guid Id, InquiryState State, DateTimeOffset At);

    private sealed record Assigned(Guid Id, Guid? Account);
}
