using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views.Flags;

/// <summary>Which lists of a training had an effect, and on which day the first time.</summary>
public sealed class PostedLists : IInlineView
{
    private const string Insert =
        "insert into posted_list (list_id, training_id, day, way) select list_id, training_id, day, way from rows on conflict (list_id) do nothing";

    public string Name => "posted-lists";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["posted_list"];

    public string Schema =>
        """
        create table if not exists posted_list (
            list_id     uuid primary key,
            training_id uuid not null,
            -- In Asia/Tokyo.
            day         date not null,
            -- Null for a list of the organizer.
            way         text null
        );

        create index if not exists posted_list_training on posted_list (training_id, day);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var lists = events.Select(RowOf).OfType<Row>().ToArray();

        if (lists.Length > 0)
        {
            yield return Sql.ForEach(Insert, lists);
        }
    }

    private static Row? RowOf(StoredEvent e) =>
        e.Data is AttendancePosted it ? new(it.List.Value, e.StreamId, BusinessCalendar.DayOf(e.Timestamp), it.Way) : null;

    private sealed record Row(Guid ListId, Guid TrainingId, DateOnly Day, EntryWay? Way);
}
