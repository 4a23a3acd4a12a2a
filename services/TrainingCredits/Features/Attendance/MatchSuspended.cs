using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Lets staff say that a held row is about a physician near to it; the credit is granted at once, with its first source.</summary>
public static class MatchSuspended
{
    public sealed record Command(WaitingRow Row, Training Training, StaffId MatchedBy);

    public static Decision Decide(CreditLedger ledger, Command command)
    {
        var row = command.Row;

        if (row.Person.NearTo(row.LicenceNumber, row.FamilyName, row.GivenName, row.BirthDate) is null)
        {
            return Refusals.NoNearMatch;
        }

        if (!row.IsActive)
        {
            return RowRefusals.MyPageIncomplete;
        }

        var decisions = row.Credit(command.Training, ledger, command.MatchedBy);
        return Decision.RefuseOr([.. decisions.SelectMany(it => it.Refusals)], () => Decision.Append(decisions.SelectMany(it => it.Events)));
    }

    public sealed record Request(Guid? PhysicianId = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, [AsParameters] SuspenseDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        fields.Require(request.PhysicianId is not null, "physicianId", "The physician the row is about.");

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var (row, refusal) = await desk.Find(id, request.PhysicianId ?? Guid.Empty, user, cancellation);

        if (row is null)
        {
            return refusal.ToProblem();
        }

        var training = (await desk.Store.Load<Training>(row.TrainingId, cancellation)).State;
        var ledger = await desk.Store.Load<CreditLedger>(row.PhysicianId, cancellation);
        var decision = Decide(ledger.State, new(row, training, user.Staff()));

        return decision.IsRefused
            ? decision.ToProblem()
            : await desk.Settle(
                ResolveSuspense.Settle(
                    new Changes().Append<CreditLedger>(ledger.Id, ledger.Version, decision.Events),
                    [row.Settle([], training, desk.Clock.GetUtcNow()) with { SettledBy = user.Staff() }]),
                cancellation);
    }
}
