using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Attendance;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>What it takes to work at the door of a session.</summary>
public sealed record DoorDesk(IEventStore Store, NpgsqlDataSource Database, TimeProvider Clock, DoorKeys Keys)
{
    /// <summary>The door of one's own designated training, or why there is none: who posts its attendance keeps its doors.</summary>
    public async Task<(SessionAtDoor? Found, Refusal Refusal)> Find(Guid training, int number, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var plan = (await Store.Load<Training>(training, cancellation)).State;

        if (PostAttendance.Refuses(plan, user) is { } refusal)
        {
            return (null, refusal);
        }

        return plan.Sessions.FirstOrDefault(it => it.Number == number) is { } session
            ? (new(new(training), session, await Store.Load<SessionDoor>(DoorStreams.OfDoor(session.Id), cancellation)), Refusals.TrainingUnknown)
            : (null, Refusals.TrainingUnknown);
    }
}

/// <summary>A session and its door.</summary>
public sealed record SessionAtDoor(TrainingId Training, Session Session, EventStream<SessionDoor> Door);
