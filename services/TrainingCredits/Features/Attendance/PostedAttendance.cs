using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>A credited attendance as whoever corrects it finds it: whose it is, of which session, from which row.</summary>
public sealed record PostedAttendance(PhysicianId Holder, TrainingId Training, Session Session, ListId List, int Row)
{
    private const string Entry =
        """
        select physician_id as "PhysicianId", session_id as "SessionId", list_id as "ListId", list_row as "ListRow"
        from ledger_entry where entry_id = @entry and training_id = @training
        """;

    /// <summary>Null when there is none, or when the training is not the caller's to change.</summary>
    public static async Task<PostedAttendance?> Find(
        Guid training, Guid entry, ClaimsPrincipal user, CorrectionDesk desk, CancellationToken cancellation)
    {
        var state = (await desk.Store.Load<Training>(training, cancellation)).State;
        var found = await desk.Database.Find<Found>(Entry, new { entry, training }, cancellation);

        return found is not null && state.IsKeptBy(user.AssociationCode(), user.IsStaff()) && state.Find(found.SessionId.ToString()) is { } session
            ? new(new(found.PhysicianId), new(training), session, new(found.ListId), found.ListRow)
            : null;
    }

    private sealed record Found(Guid PhysicianId, Guid SessionId, Guid ListId, int ListRow);
}

/// <summary>What it takes to correct a posted attendance.</summary>
public sealed record CorrectionDesk(IEventStore Store, NpgsqlDataSource Database);
