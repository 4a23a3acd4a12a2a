using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Npgsql;

namespace Mamis.TrainingCredits.Views.Door;

/// <summary>Whom the door of a session has seen, and who that is.</summary>
public static class DoorPeople
{
    private const string Known =
        """
        select p.*, (p.active or m.physician_id is not null) as is_active
        from person p left join my_page m using (physician_id) where p.physician_id = any(@ids)
        """;

    /// <summary>Those of them whom this service knows; of an erased person only the id is left.</summary>
    public static async Task<IReadOnlyDictionary<PhysicianId, Person>> PeopleOf(
        this NpgsqlDataSource database, IEnumerable<PhysicianId> ids, CancellationToken cancellation) =>
        (await database.List<PersonRow>(Known, new { ids = ids.Select(it => it.Value).Distinct().ToArray() }, cancellation))
        .ToDictionary(it => new PhysicianId(it.PhysicianId), it => it.ToPerson());

    /// <summary>Everybody the door has seen, as their streams tell it, in the order of the register numbers.</summary>
    public static async Task<IReadOnlyList<SeenGuest>> GuestsOf(
        this IEventStore store, NpgsqlDataSource database, SessionId session, CancellationToken cancellation)
    {
        var ids = await database.List<Guid>("select physician_id from door_guest where session_id = @session", new { session = session.Value }, cancellation);
        var guests = await store.LoadMany<Guest>([.. ids.Select(it => DoorStreams.OfGuest(session, new(it)))], cancellation);
        var people = await database.PeopleOf(ids.Select(it => new PhysicianId(it)), cancellation);

        return
        [
            .. ids
                .Select(it => new SeenGuest(new(it), guests[DoorStreams.OfGuest(session, new(it))].State, people.GetValueOrDefault(new(it))))
                .OrderBy(it => it.Person?.LicenceNumber.Length ?? int.MaxValue).ThenBy(it => it.Person?.LicenceNumber, StringComparer.Ordinal).ThenBy(it => it.Id.Value),
        ];
    }
}

/// <summary>A guest of a door, and who it is; the person is null once erased.</summary>
public sealed record SeenGuest(PhysicianId Id, Guest Guest, Person? Person);
