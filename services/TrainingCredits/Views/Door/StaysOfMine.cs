using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Door;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>Where the physician has checked in today.</summary>
public static class StaysOfMine
{
    private const string Today =
        """
        select s.session_id as "SessionId", s.training_id as "TrainingId", s.number as "Number", t.title as "TrainingTitle", s.title as "Title"
        from door_guest g join training_session s using (session_id) join training_card t on t.training_id = s.training_id
        where g.physician_id = @physician and s.date = @today
        order by s."start", s.session_id
        """;

    /// <summary>All of it.</summary>
    public sealed record Answer(IReadOnlyList<OwnStay> Stays);

    public static async Task<Answer> Get(
        ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var physician = new PhysicianId(user.Subject());
        var sessions = await database.List<Row>(Today, new { physician = physician.Value, today = clock.Today() }, cancellation);
        var guests = await store.LoadMany<Guest>([.. sessions.Select(it => StreamOf(it, physician))], cancellation);

        return new([.. sessions.Select(it => it.With(guests[StreamOf(it, physician)].State.Stay))]);
    }

    private static Guid StreamOf(Row row, PhysicianId physician) => DoorStreams.OfGuest(new(row.SessionId), physician);

    private sealed record Row(Guid SessionId, Guid TrainingId, int Number, string TrainingTitle, string Title)
    {
        public OwnStay With(Stay stay) => new(TrainingId, Number, TrainingTitle, Title, stay.Entered, stay.Left);
    }
}

/// <summary>A stay as its physician sees it.</summary>
public sealed record OwnStay(Guid TrainingId, int Session, string TrainingTitle, string Title, DateTimeOffset? Entered, DateTimeOffset? Left);
