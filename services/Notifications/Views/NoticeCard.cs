using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Views;

/// <summary>One notice as inbox, desk and letter room see it; the search for what is still due looks here too.</summary>
public sealed record NoticeCard
{
    public const string Columns =
        """
        n.id, n.kind, n.route, n.physician_id, n.association, n.scheme, n.valid_to, n.due_on, n.scheduled_at, n.state, n.channel,
        n.code, n.batch_id, n.letter_number
        """;

    public required Guid Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeRoute Route { get; init; }

    public required Guid PhysicianId { get; init; }

    public required string Association { get; init; }

    public Scheme? Scheme { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DateTimeOffset ScheduledAt { get; init; }

    public required NoticeState State { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Why it was deferred, failed, went by letter or was waived; the latest of these.</summary>
    public string? Code { get; init; }

    public Guid? BatchId { get; init; }

    /// <summary>Printed on the letter.</summary>
    public string? LetterNumber { get; init; }
}

/// <summary>Keeps the cards: one row for a notice, its state the one of its latest event.</summary>
public sealed class NoticeCardProjection : IInlineView
{
    private const string Insert =
        """
        insert into notice_cards (id, kind, route, physician_id, organisation, association, subject, scheme, valid_to, due_on, scheduled_at, state)
        select id, kind, route, physician, organisation, association, subject, scheme, valid_to, due_on, at, 'Scheduled' from rows
        """;

    private const string Update =
        """
        update notice_cards n
        set state = coalesce(r.state, n.state), channel = coalesce(r.channel, n.channel), code = coalesce(r.code, n.code),
            batch_id = coalesce(r.batch, n.batch_id), contact_version = coalesce(r.contact_version, n.contact_version),
            letter_number = coalesce(r.letter_number, n.letter_number)
        from rows r where n.id = r.id
        """;

    public string Name => "notice-cards";

    public int Version => 3;

    public IReadOnlyList<string> Tables => ["notice_cards"];

    public string Schema =>
        $"""
        create table if not exists notice_cards (
            id              uuid        primary key,
            kind            text        not null,
            route           text        not null,
            physician_id    uuid,
            organisation    text,
            association     text        not null,
            subject         uuid        not null,
            scheme          text,
            valid_to        date,
            due_on          date        not null,
            scheduled_at    timestamptz not null,
            state           text        not null,
            channel         text,
            code            text,
            batch_id        uuid,
            contact_version bigint,
            letter_number   text
        );
        create index if not exists notice_cards_of_term on notice_cards (subject, valid_to, kind, route);
        create index if not exists notice_cards_of_physician on notice_cards (physician_id, scheduled_at desc, id desc);
        create index if not exists notice_cards_of_organisation on notice_cards (organisation, scheduled_at desc, id desc) where organisation is not null;
        create index if not exists notice_cards_by_age on notice_cards (scheduled_at desc, id desc);
        create index if not exists notice_cards_open on notice_cards (scheduled_at) where state = 'Scheduled';
        create index if not exists notice_cards_withheld on notice_cards (valid_to) where state = 'Waived' and code = '{Reasons.AlreadyApplied}';
        create index if not exists notice_cards_undelivered on notice_cards (scheduled_at) where state in ('Delayed', 'Bounced');
        create index if not exists notice_cards_letters on notice_cards (association, state) where channel = 'Letter';
        create index if not exists notice_cards_of_letter on notice_cards (letter_number) where letter_number is not null;
        create index if not exists notice_cards_of_batch on notice_cards (batch_id) where batch_id is not null;
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var scheduled = events.Where(e => e.Data is NoticeScheduled).Select(Row).ToArray();
        var changes = events.GroupBy(e => e.StreamId).Select(Progress).Where(it => it.State is not null || it.Code is not null).ToArray();

        if (scheduled.Length > 0)
        {
            yield return Sql.ForEach(Insert, scheduled);
        }

        if (changes.Length > 0)
        {
            yield return Sql.ForEach(Update, changes);
        }
    }

    private static ScheduledRow Row(StoredEvent e) => e.Data is NoticeScheduled it
        ? new(e.StreamId, it.Kind, it.Route, it.Physician?.Value, it.Organisation, it.Association, it.Subject, it.Scheme, it.ValidTo, it.DueOn, e.Timestamp)
        : throw new ArgumentException($"{e.Data.GetType()} schedules nothing.", nameof(e));

    private static Change Progress(IGrouping<Guid, StoredEvent> stream) =>
        stream.Aggregate(new Change(stream.Key), static (change, e) => e.Data switch
        {
            NoticeListed => change with { State = NoticeState.Listed },
            NoticeDeferred it => change with { Code = it.Code },
            NoticeFailed it => change with { Code = it.Code },
            LetterOrdered it => change with { State = NoticeState.LetterOrdered, Channel = Channel.Letter, Code = it.Because },
            LetterPrinted it => change with { State = NoticeState.LetterPrinted, Batch = it.Batch, LetterNumber = it.Number },
            NoticeSent it => change with { State = NoticeState.Sent, Channel = it.Channel, ContactVersion = it.ContactVersion },
            LetterReturned it => change with { State = NoticeState.Returned, Code = it.Reason },
            NoticeShown it => change with { State = NoticeState.Sent, Channel = Channel.MyPage, Code = it.Because },
            NoticeWaived it => change with { State = NoticeState.Waived, Code = it.Reason },
            NoticeResumed it => change with { State = NoticeState.Scheduled, Code = it.Because },
            MailDelayed it => change with { State = NoticeState.Delayed, Code = it.Code },
            MailBounced it => change with { State = NoticeState.Bounced, Code = it.Code },
            MailDelivered => change with { State = NoticeState.Delivered },
            _ => change,
        });

    private sealed record ScheduledRow(
        Guid Id, NoticeKind Kind, NoticeRoute Route, Guid? Physician, string? Organisation, string Association, Guid Subject, Scheme? Scheme,
        DateOnly? ValidTo, DateOnly DueOn, DateTimeOffset At);

    private sealed record Change(
        Guid Id, NoticeState? State = null, Channel? Channel = null, string? Code = null, Guid? Batch = null, long? ContactVersion = null,
        string? LetterNumber = null);
}
