using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Registrations;

/// <summary>Sends a self-registration back to the physician, who sees what is wrong and sends it anew.</summary>
public static class ReturnRegistration
{
    public sealed record Command(IReadOnlyList<RegistrationFault> Faults, StaffId By);

    public static Decision Decide(Physician physician, Command command) => physician.Registration switch
    {
        null => Refusals.RegistrationUnknown,
        RegistrationState.Confirmed => Refusals.RegistrationSettled,
        RegistrationState.Returned => Refusals.RegistrationReturned,
        _ when command.Faults.Count == 0 => Refusals.FaultsMissing,
        _ => Decision.Append(new RegistrationReturned([.. command.Faults.Distinct()], command.By)),
    };

    public sealed record Request(IReadOnlyList<RegistrationFault> Faults);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var decision = await store.DecideAsync<Physician>(
            id,
            it => it.Standing is { } standing && user.Covers(standing) ? Decide(it, new(request.Faults, user.Staff())) : Refusals.RegistrationUnknown,
            changes => changes.Write(LicenceImages.Drop(id)).Write(AccessLog.By(user, AccessLog.Registration, clock.GetUtcNow(), id)),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
