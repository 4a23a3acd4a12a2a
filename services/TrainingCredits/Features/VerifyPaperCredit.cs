using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Features;

/// <summary>Lets the first desk confirm that a declared line stands in the handbook; it counts from then on, permanently.</summary>
public static class VerifyPaperCredit
{
    public sealed record Command(EntryId Entry, PhysicianId Holder, StaffId VerifiedBy, string Desk);

    public static Decision Decide(CreditLedger ledger, Command command) => ledger.Find(command.Entry) switch
    {
        null or { Attending: not null } => Refusals.EntryUnknown,
        { Status: EntryStatus.Refused } => Refusals.PaperAlreadyRefused,
        { Status: EntryStatus.Pending } => Decision.Append(
            new PaperCreditVerified(command.Entry, command.Holder, command.VerifiedBy, command.Desk)),
        _ => Decision.Nothing,
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid physicianId, Guid entryId, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await FirstDesk.Refuses(user, physicianId, database, cancellation) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var command = new Command(new(entryId), new(physicianId), user.Staff(), user.AssociationCode());
        var decision = await store.DecideAsync<CreditLedger>(physicianId, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
