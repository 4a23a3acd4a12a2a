using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Desks;

/// <summary>Records that the first desk received the fee; without it that desk cannot approve (domain.md 3.9).</summary>
public static class RecordFee
{
    /// <param name="Line">The bank line the money came with; null when somebody took it over the counter.</param>
    public sealed record Command(string Desk, StaffId By, int Amount, DateOnly ReceivedOn, DateOnly Today, BankLineId? Line = null);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.RefusesReceipt(command.Desk, command.ReceivedOn, command.Today) is { } refusal => refusal,
        { FeePaid: true } => Decision.Nothing,
        { FeeIsWaived: true } => FeeRefusals.Waived,
        { FeeOutstanding: var due } when due != command.Amount => Refusals.FeeAmountWrong,
        _ => Decision.Append(new FeeRecorded(command.Amount, command.ReceivedOn, command.By, command.Line)),
    };

    public sealed record Request(int Amount, DateOnly ReceivedOn);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var command = new Command(user.Desk(), user.Staff(), request.Amount, request.ReceivedOn, clock.Today());
        var decision = await store.DecideAsync<Application>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
