using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views;

/// <summary>Trainings with their sessions as lists, pages and the finder show them.</summary>
public sealed class TrainingCards : IInlineView
{
    private const string InsertCard =
        """
        insert into training_card (training_id, organizer, title, prefecture, status, drafted_at)
        select training_id, organizer, title, prefecture, status, drafted_at from rows
        """;

    private const string ReviseCard =
        "update training_card t set title = r.title, prefecture = r.prefecture from rows r where t.training_id = r.training_id";

    private const string DropSessions = "delete from training_session s using rows r where s.training_id = r.training_id";

    private const string InsertSession =
        """
        insert into training_session (
            session_id, training_id, number, title, date, "start", "end", place, prefecture, mode, category, item, units, capacity, topic, second_category, format)
        select session_id, training_id, number, title, date, "start", "end", place, prefecture, mode, category, item, units, capacity, topic, second_category, format
        from rows
        """;

    private const string Move = "update training_card t set status = r.status from rows r where t.training_id = r.training_id";

    private const string List = "update training_session s set designated_at = r.at from rows r where s.training_id = r.training_id";

    private const string Cancel = "update training_session s set cancelled_at = r.at from rows r where s.training_id = r.training_id";

    public string Name => "training-cards";

    public int Version => 2;

    public IReadOnlyList<string> Tables => ["training_card", "training_session"];

    public string Schema =>
        """
        create table if not exists training_card (
            training_id uuid        primary key,
            organizer   text        not null,
            title       text        not null,
            prefecture  text        not null,
            status      text        not null,
            drafted_at  timestamptz not null
        );

        create table if not exists training_session (
            session_id      uuid        primary key,
            training_id     uuid        not null,
            number          integer     not null,
            title           text        not null,
            date            date        not null,
            "start"         time        not null,
            "end"           time        not null,
            place           text        not null,
            prefecture      text        not null,
            mode            text        not null,
            category        text        not null,
            item            text        null,
            units           integer     not null,
            capacity        integer     null,
            topic           text        null,
            second_category text        null,
            format          text        null,
            designated_at   timestamptz null,
            cancelled_at    timestamptz null
        );

        create index if not exists training_session_training on training_session (training_id, number);
        create index if not exists training_session_soonest on training_session (date, "start", session_id) where designated_at is not null;
        create index if not exists training_session_nearby on training_session (prefecture, date, "start", session_id) where designated_at is not null;
        """;

    /// <remarks>In the order of a training's life, so that a run of events that holds all of it ends as one that came bit by bit.</remarks>
    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var plans = events.Select(PlanOf).OfType<Plan>().ToArray();
        var last = plans.GroupBy(it => it.TrainingId).Select(it => it.Last()).ToArray();
        var moved = events.Select(Moved).OfType<Step>().ToArray();

        Sql?[] changes =
        [
            Each(InsertCard, plans.Where(it => it.DraftedAt is not null).Select(it => new { it.TrainingId, it.Organizer, it.Title, it.Prefecture, Status = TrainingStatus.Drafted, it.DraftedAt })),
            Each(ReviseCard, last.Where(it => it.DraftedAt is null).Select(it => new { it.TrainingId, it.Title, it.Prefecture })),
            Each(DropSessions, last.Where(it => it.DraftedAt is null).Select(it => new { it.TrainingId })),
            Each(InsertSession, last.SelectMany(plan => plan.Sessions.Select(it => Row(plan, it)))),
            Each(Move, moved.GroupBy(it => it.TrainingId).Select(it => it.Last())),
            Each(List, moved.Where(it => it.Status is TrainingStatus.Designated)),
            Each(Cancel, moved.Where(it => it.Status is TrainingStatus.Cancelled)),
        ];

        return changes.OfType<Sql>();
    }

    private static Sql? Each<TRow>(string text, IEnumerable<TRow> rows)
        where TRow : notnull => rows.ToArray() is { Length: > 0 } some ? Sql.ForEach(text, some) : null;

    private static Plan? PlanOf(StoredEvent e) => e.Data switch
    {
        TrainingDrafted it => new(e.StreamId, it.Organizer, it.Title, it.Prefecture, it.Sessions, e.Timestamp),
        TrainingRevised it => new(e.StreamId, string.Empty, it.Title, it.Prefecture, it.Sessions, DraftedAt: null),
        _ => null,
    };

    private static SessionRow Row(Plan plan, Session it) => new(
        it.Id, plan.TrainingId, it.Number, it.Title, it.Date, it.Start, it.End, it.Place, plan.Prefecture, it.Mode, it.Category, it.Item,
        it.Units, it.Capacity, it.Topic, it.SecondCategory, it.Format);

    private static Step? Moved(StoredEvent e) => e.Data switch
    {
        TrainingRequested => new(e.StreamId, TrainingStatus.Requested, e.Timestamp),
        TrainingReturned => new(e.StreamId, TrainingStatus.Returned, e.Timestamp),
        TrainingApproved => new(e.StreamId, TrainingStatus.Approved, e.Timestamp),
        TrainingDesignated => new(e.StreamId, TrainingStatus.Designated, e.Timestamp),
        TrainingCancelled => new(e.StreamId, TrainingStatus.Cancelled, e.Timestamp),
        _ => null,
    };

    /// <summary>What is planned; with the day of the draft, or without when it takes the place of an earlier plan.</summary>
    private sealed record Plan(
        Guid TrainingId, string Organizer, string Title, string Prefecture, IReadOnlyList<Session> Sessions, DateTimeOffset? DraftedAt);

    private sealed record SessionRow(
        SessionId SessionId, Guid TrainingId, int Number, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Place, string Prefecture,
        Mode Mode, Category Category, string? Item, int Units, int? Capacity, string? Topic, Category? SecondCategory, TrainingFormat? Format);

    private sealed record Step(Guid TrainingId, TrainingStatus Status, DateTimeOffset At);
}
