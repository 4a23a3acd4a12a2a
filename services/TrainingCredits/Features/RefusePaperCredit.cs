using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets the first desk refuse a declared line for which the handbook has no proof, and say why.</summary>
public static class RefusePaperCredit
{
    public sealed record Command(EntryId Entry, PhysicianId Holder, StaffId RefusedBy, string Desk);

    public static Decision Decide(CreditLedger ledger, Command command) => ledger.Find(command.Entry) switch
    {
        null or { Attending: not null } => Refusals.EntryUnknown,
        { Status: EntryStatus.Refused } => Decision.Nothing,
        { Status: EntryStatus.Pending } => Decision.Append(
            new PaperCreditRefused(command.Entry, command.Holder, command.RefusedBy, command.Desk)),
        _ => Refusals.PaperAlreadyVerified,
    };

    public sealed record Request(string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid physicianId, Guid entryId, Request request, ClaimsPrincipal user, [AsParameters] PaperDesk desk, CancellationToken cancellation)
    {
        if (await FirstDesk.Refuses(user, physicianId, desk.Database, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var fields = new Fields();
        var reason = fields.Text("reason", request.Reason, most: 500);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var command = new Command(new(entryId), new(physicianId), user.Staff(), user.AssociationCode());
        var decision = await desk.Store.DecideAsync<CreditLedger>(
            physicianId, it => Decide(it, command), changes => changes.Keep(command.Holder, reason), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    /// <summary>What a desk needs to decide on paper.</summary>
    public sealed record PaperDesk(IEventStore Store, NpgsqlDataSource Database);
}
