using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views.SignUps;

/// <summary>Who is signed up for what: a place or a turn on the waiting list.</summary>
public sealed class SignUpRows : IInlineView
{
    private const string Keep =
        """
        insert into sign_up (session_id, physician_id, training_id, waits, turn, at)
        select session_id, physician_id, training_id, waits, turn, at from rows
        on conflict (session_id, physician_id) do update set waits = excluded.waits, turn = excluded.turn, at = excluded.at
        """;

    private const string Drop = "delete from sign_up u using rows r where u.session_id = r.session_id and u.physician_id = r.physician_id";

    public string Name => "sign-ups";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["sign_up"];

    public string Schema =>
        """
        create table if not exists sign_up (
            session_id   uuid        not null,
            physician_id uuid        not null,
            training_id  uuid        not null,
            waits        boolean     not null,
            -- Rises with every sign-up of a session: the order in which those who wait move up.
            turn         bigint      not null,
            at           timestamptz not null,
            primary key (session_id, physician_id)
        );

        create index if not exists sign_up_physician on sign_up (physician_id);
        create index if not exists sign_up_training on sign_up (training_id);
        """;

    public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events)
    {
        var last = events.Select(RowOf).OfType<Row>().GroupBy(it => (it.SessionId, it.PhysicianId)).Select(it => it.Last()).ToLookup(it => it.Stands);

        if (last[true].Any())
        {
            yield return Sql.ForEach(Keep, last[true]);
        }

        if (last[false].Any())
        {
            yield return Sql.ForEach(Drop, last[false]);
        }
    }

    private static Row? RowOf(StoredEvent e) => e.Data switch
    {
        PlaceTaken it => new(e.StreamId, it.Physician.Value, it.Training.Value, Waits: false, e.Version, e.Timestamp, Stands: true),
        PlaceAwaited it => new(e.StreamId, it.Physician.Value, it.Training.Value, Waits: true, e.Version, e.Timestamp, Stands: true),
        PlaceGivenUp it => new(e.StreamId, it.Physician.Value, it.Training.Value, Waits: false, e.Version, e.Timestamp, Stands: false),
        _ => null,
    };

    private sealed record Row(Guid SessionId, Guid PhysicianId, Guid TrainingId, bool Waits, long Turn, DateTimeOffset At, bool Stands);
}
