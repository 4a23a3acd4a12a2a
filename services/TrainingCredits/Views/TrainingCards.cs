using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views;

/// <summary>Trainings with their sessions as lists and pages show them.</summary>
public sealed class TrainingCards : IInlineView
{
    private const string InsertCard =
        """
        insert into training_card (training_id, organizer, title, prefecture, status, drafted_at)
        select training_id, organizer, title, prefecture, status, drafted_at from rows
        """;

    private const string InsertSession =
        """
        insert into training_session (
            session_id, training_id, number, title, date, "start", "end", place, mode, category, item, units, capacity, topic, second_category, format)
        select session_id, training_id, number, title, date, "start", "end", place, mode, category, item, units, capacity, topic, second_category, format
        from rows
        """;

    private const string Move = "update training_card t set status = r.status from rows r where t.training_id = r.training_id";

    public string Name => "training-cards";

    public int Version => 1;

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
            session_id      uuid    primary key,
            training_id     uuid    not null,
            number          integer not null,
            title           text    not null,
            date            date    not null,
            "start"         time    not null,
            "end"           time    not null,
            place           text    not null,
            mode            text    not null,
            category        text    not null,
            item            text    null,
            units           integer not null,
            capacity        integer null,
            topic           text    null,
            second_category text    null,
            format          text    null
        );

        create index if not exists training_session_training on training_session (training_id, number);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var drafted = events.Where(it => it.Data is TrainingDrafted).Select(it => (it.StreamId, it.Timestamp, Draft: (TrainingDrafted)it.Data)).ToArray();
        var moved = events.Select(Moved).OfType<Step>().GroupBy(it => it.TrainingId).Select(it => it.Last()).ToArray();

        if (drafted.Length > 0)
        {
            yield return Sql.ForEach(InsertCard, drafted.Select(it => new
            {
                TrainingId = it.StreamId,
                it.Draft.Organizer,
                it.Draft.Title,
                it.Draft.Prefecture,
                Status = TrainingStatus.Drafted,
                DraftedAt = it.Timestamp,
            }));
            yield return Sql.ForEach(InsertSession, drafted.SelectMany(it => it.Draft.Sessions.Select(one => Row(it.StreamId, one))));
        }

        if (moved.Length > 0)
        {
            yield return Sql.ForEach(Move, moved);
        }
    }

    private static SessionRow Row(Guid training, Session it) => new(
        it.Id, training, it.Number, it.Title, it.Date, it.Start, it.End, it.Place, it.Mode, it.Category, it.Item, it.Units, it.Capacity,
        it.Topic, it.SecondCategory, it.Format);

    private static Step? Moved(StoredEvent e) => e.Data switch
    {
        TrainingRequested => new(e.StreamId, TrainingStatus.Requested),
        TrainingApproved => new(e.StreamId, TrainingStatus.Approved),
        TrainingDesignated => new(e.StreamId, TrainingStatus.Designated),
        _ => null,
    };

    private sealed record SessionRow(
        SessionId SessionId, Guid TrainingId, int Number, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Place,
        Mode Mode, Category Category, string? Item, int Units, int? Capacity, string? Topic, Category? SecondCategory, TrainingFormat? Format);

    private sealed record Step(Guid TrainingId, TrainingStatus Status);
}
