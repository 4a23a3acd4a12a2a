using Mamis.EventStore;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>Which doors there are and whom each has seen: ids only, by which the streams that say the rest are found.</summary>
public sealed class DoorIndex : IInlineView
{
    private const string Open =
        """
        insert into session_door (session_id, training_id, until) select session_id, training_id, until from rows
        on conflict (session_id) do update set until = excluded.until
        """;

    private const string Meet = "insert into door_guest (session_id, physician_id) select session_id, physician_id from rows on conflict do nothing";

    public string Name => "door-index";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["session_door", "door_guest"];

    public string Schema =>
        """
        create table if not exists session_door (
            session_id  uuid        primary key,
            training_id uuid        not null,
            -- When it was last to close by itself; a door that was closed by hand is still found by its code, to say so.
            until       timestamptz not null
        );

        create index if not exists session_door_until on session_door (until);

        create table if not exists door_guest (
            session_id   uuid not null,
            physician_id uuid not null,
            primary key (session_id, physician_id)
        );

        create index if not exists door_guest_physician on door_guest (physician_id);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var doors = events.Select(it => it.Data).OfType<DoorOpened>().GroupBy(it => it.Session).Select(it => it.Last()).ToArray();
        var guests = events.Select(GuestOf).OfType<GuestRow>().Distinct().ToArray();

        if (doors.Length > 0)
        {
            yield return Sql.ForEach(Open, doors.Select(it => new { SessionId = it.Session, TrainingId = it.Training, it.Until }));
        }

        if (guests.Length > 0)
        {
            yield return Sql.ForEach(Meet, guests);
        }
    }

    private static GuestRow? GuestOf(StoredEvent e) => e.Data switch
    {
        CheckedIn it => new(it.Session.Value, it.Physician.Value),
        StayCorrected it => new(it.Session.Value, it.Physician.Value),
        _ => null,
    };

    private sealed record GuestRow(Guid SessionId, Guid PhysicianId);
}
