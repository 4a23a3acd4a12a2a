using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features;

/// <summary>Lets the physician take an application back at any time before it is decided; the ledger then frees its entries.</summary>
public static class WithdrawApplication
{
    public sealed record Command(PhysicianId By);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.Applicant != command.By => Refusals.ApplicationUnknown,
        { Status: ApplicationStatus.Withdrawn } => Decision.Nothing,
        { IsOver: true } => Refusals.ApplicationOver,
        _ => Decision.Append(new ApplicationWithdrawn(application.Applicant)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var command = new Command(new(user.Subject()));
        var decision = await store.DecideAsync<Application>(id, it => Decide(it, command), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
