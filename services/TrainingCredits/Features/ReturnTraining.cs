using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets the desk at which a training waits send it back to its organizer, and say why: the prefecture before it approves, the JMA before it designates.</summary>
public static class ReturnTraining
{
    public sealed record Command(string Desk, StaffId ReturnedBy);

    public static Decision Decide(Training training, Command command) => training switch
    {
        _ when !training.IsWorkedOnBy(command.Desk, isStaff: true) => Refusals.TrainingUnknown,
        { Status: TrainingStatus.Cancelled } => Refusals.TrainingIsCancelled,
        { Status: TrainingStatus.Returned } => Decision.Nothing,
        _ when WaitsAt(command.Desk, training) => Decision.Append(new TrainingReturned(command.ReturnedBy, command.Desk)),
        _ => Refusals.TrainingNotAtDesk,
    };

    public sealed record Request(string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var fields = new Fields();
        var reason = fields.Text("reason", request.Reason, TrainingRemarks.Longest);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var command = new Command(user.AssociationCode(), user.Staff());
        var decision = await store.DecideAsync<Training>(
            id, it => Decide(it, command), changes => changes.Remark(id, reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    private static bool WaitsAt(string desk, Training training) => training.Status switch
    {
        TrainingStatus.Requested => desk == training.Prefecture,
        TrainingStatus.Approved => desk is Association.Jma,
        _ => false,
    };
}
