using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Domain.Flags;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Flags;

/// <summary>Attendances that may not fit together: sessions at the same time, or with a door that knows when somebody came and went.</summary>
public static class Suspects
{
    /// <summary>The days of these physicians. A session that is credited in two categories is one attendance.</summary>
    private const string OfDays =
        """
        with attended as (
            select e.physician_id, s.session_id, s.training_id, s.date, s."start", s."end", s.units, bool_or(e.presence = 'Full') as is_full,
                   exists (select 1 from door_guest g where g.session_id = s.session_id and g.physician_id = e.physician_id) as at_door
            from (select distinct physician_id, date from unnest(@physicians, @days) as d (physician_id, date)) d
            join ledger_entry e on e.physician_id = d.physician_id and e.date = d.date
            join training_session s on s.session_id = e.session_id
            where e.status <> 'Withdrawn'
            group by e.physician_id, s.session_id)
        select a.* from attended a
        where a.at_door or exists (
            select 1 from attended b
            where b.physician_id = a.physician_id and b.date = a.date and b.session_id <> a.session_id and a."start" < b."end" and b."start" < a."end")
        """;

    private const string OverDesignated =
        """
        select training_id, session_id, date, units * 60 as units, cast(extract(epoch from "end" - "start") / 60 as integer) as lasting
        from training_session
        where session_id = any(@sessions) and units * 60 > extract(epoch from "end" - "start") / 60
        order by number
        """;

    public static async Task<IReadOnlyList<Attended>> Of(
        IReadOnlyList<CreditPosted> credits, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var arguments = new { physicians = credits.Select(it => it.Holder.Value).ToArray(), days = credits.Select(it => it.Date).ToArray() };
        var rows = await database.List<Row>(OfDays, arguments, cancellation);
        var guests = await store.LoadMany<Guest>([.. rows.Where(it => it.AtDoor).Select(it => it.Guest)], cancellation);

        return [.. rows.Select(it => it.With(guests.GetValueOrDefault(it.Guest)?.State.Stay ?? Stay.Nowhere))];
    }

    /// <summary>Trainings of these credits whose sessions give more units than they last hours; a flag for each day.</summary>
    public static async Task<IEnumerable<FlagRaised>> Designated(
        IReadOnlyList<CreditPosted> credits, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var sessions = credits.Select(it => it.Session.Value).Distinct().ToArray();
        var rows = await database.List<LongSession>(OverDesignated, new { sessions }, cancellation);

        return rows.GroupBy(it => (it.TrainingId, it.Date)).Select(day => new DesignationFlagged(
            day.Key.Date, [.. day.Select(it => new FlaggedSession(new(it.TrainingId), new(it.SessionId)))], day.Sum(it => it.Units), day.Sum(it => it.Lasting)));
    }

    private sealed record Row
    {
        public Guid PhysicianId { get; init; }

        public Guid SessionId { get; init; }

        public Guid TrainingId { get; init; }

        public DateOnly Date { get; init; }

        public TimeOnly Start { get; init; }

        public TimeOnly End { get; init; }

        public int Units { get; init; }

        public bool IsFull { get; init; }

        public bool AtDoor { get; init; }

        public Guid Guest => DoorStreams.OfGuest(new(SessionId), new(PhysicianId));

        public Attended With(Stay stay) =>
            Attended.Of(new(PhysicianId), new(TrainingId), new(SessionId), new(Date, Start, End, Units), IsFull, stay);
    }

    private sealed record LongSession
    {
        public Guid TrainingId { get; init; }

        public Guid SessionId { get; init; }

        public DateOnly Date { get; init; }

        public int Units { get; init; }

        public int Lasting { get; init; }
    }
}
