using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Desks;

/// <summary>Records that the first desk holds the original handbook; it blocks approval, not submission (rule U6).</summary>
public static class ReceivePaperOriginal
{
    public sealed record Command(string Desk, StaffId By, DateOnly ReceivedOn, DateOnly Today);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.RefusesReceipt(command.Desk, command.ReceivedOn, command.Today) is { } refusal => refusal,
        { OriginalReceived: true } => Decision.Nothing,
        _ => Decision.Append(new PaperOriginalReceived(command.ReceivedOn, command.By)),
    };

    public sealed record Request(DateOnly ReceivedOn);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var command = new Command(user.Desk(), user.Staff(), request.ReceivedOn, clock.Today());
        var decision = await store.DecideAsync<Application>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
