using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets the organizer call a training off at any point, as long as nobody is credited for it or waits to be.</summary>
public static class CancelTraining
{
    private const string Attended =
        """
        select exists (select 1 from ledger_entry where training_id = @id and status <> 'Withdrawn')
            or exists (select 1 from suspense where training_id = @id and resolved_at is null and dropped_because is null)
        """;

    /// <param name="Organizer">Whoever wants to cancel it.</param>
    /// <param name="CancelledBy">The person.</param>
    /// <param name="AttendanceStands">Whether a row of a list is credited or held; withdrawn and dropped ones are not.</param>
    public sealed record Command(string Organizer, StaffId CancelledBy, bool AttendanceStands);

    public static Decision Decide(Training training, Command command) => training switch
    {
        { Status: null } => Refusals.TrainingUnknown,
        _ when training.Organizer != command.Organizer => Refusals.TrainingUnknown,
        { Status: TrainingStatus.Cancelled } => Decision.Nothing,
        _ when command.AttendanceStands => Refusals.AttendanceStands,
        _ => Decision.Append(new TrainingCancelled(command.CancelledBy)),
    };

    public sealed record Request(string? Reason = null);

    /// <remarks>Attendance is looked up after the stream is loaded: a list that comes between the two changes the stream, and the append fails.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var fields = new Fields();
        var reason = fields.Text("reason", request.Reason, TrainingRemarks.Longest);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var training = await store.Load<Training>(id, cancellation);
        var stands = await database.Find<bool>(Attended, new { id }, cancellation);
        var decision = Decide(training.State, new(user.AssociationCode(), user.Staff(), stands));

        if (decision.IsRefused)
        {
            return decision.ToProblem();
        }

        var changes = new Changes().Append<Training>(id, training.Version, decision.Events);
        changes.Remark(id, reason);
        await store.Append(changes, cancellation);
        return TypedResults.NoContent();
    }
}
