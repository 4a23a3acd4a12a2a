using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Registrations;

/// <summary>The desk compared a self-registration with the licence and records how (rule A2, D6); the image goes.</summary>
public static class ConfirmRegistration
{
    public sealed record Command(RegistrationCheck How, StaffId By);

    public static Decision Decide(Physician physician, Command command) => physician.Registration switch
    {
        null => Refusals.RegistrationUnknown,
        RegistrationState.Confirmed => Decision.Nothing,
        RegistrationState.Returned when command.How is not RegistrationCheck.LicenceOriginal => Refusals.RegistrationReturned,
        _ => Decision.Append(new RegistrationConfirmed(command.How, command.By)),
    };

    public sealed record Request(RegistrationCheck How);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var decision = await store.DecideAsync<Physician>(
            id,
            it => it.Standing is { } standing && user.Covers(standing) ? Decide(it, new(request.How, user.Staff())) : Refusals.RegistrationUnknown,
            changes => changes.Write(LicenceImages.Drop(id)).Write(AccessLog.By(user, AccessLog.Registration, clock.GetUtcNow(), id)),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
