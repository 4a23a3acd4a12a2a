using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Views.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Fees;

/// <summary>A clerk says which application a transfer is for; what the fee does not need is noted as to be paid back.</summary>
/// <remarks>Two streams in one transaction, since no transfer may be used up without its fee, nor a fee be received without its transfer.</remarks>
public static class AssignBankLine
{
    /// <param name="Outstanding">What the application owes before this transfer.</param>
    public sealed record Command(string Desk, StaffId By, ApplicationKey Application, int Outstanding);

    public static Decision Decide(BankLine line, Command command) => line switch
    {
        { Status: LineStatus.None } => FeeRefusals.LineUnknown,
        { Payee: var payee } when payee != command.Desk => FeeRefusals.LineUnknown,
        { TakenBy: not null } => FeeRefusals.LineSettled,
        { Amount: var amount } => Decision.Append(
            new BankLineAssigned(command.Application, Math.Max(0, amount - command.Outstanding), command.By)),
    };

    /// <param name="Application">Its receipt number, or the reference for transfers.</param>
    public sealed record Request(string Application);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, FeeCases cases, TimeProvider clock, CancellationToken cancellation)
    {
        if (await cases.Named(user.Desk(), request.Application, cancellation) is not { } key)
        {
            return FeeRefusals.PayeeUnclear.ToProblem();
        }

        var line = await store.Load<BankLine>(id, cancellation);
        var application = await store.Load<Application>(key.Value, cancellation);
        var assigned = Decide(line.State, new(user.Desk(), user.Staff(), key, application.State.FeeOutstanding));
        var recorded = assigned.IsRefused ? assigned : RecordTransfer.Decide(
            application.State, new(user.Desk(), user.Staff(), line.State.Amount, line.State.ValueDay, clock.Today(), new(id)));

        if (recorded.IsRefused)
        {
            return recorded.ToProblem();
        }

        await store.Append(
            new Changes().Append<BankLine>(id, line.Version, assigned.Events).Append<Application>(key.Value, application.Version, recorded.Events), cancellation);

        return TypedResults.NoContent();
    }
}
