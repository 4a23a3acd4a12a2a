using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Registrations;

/// <summary>Hands the image of a licence to the desk that compares it, as an attachment under a generated name.</summary>
public static class ShowLicence
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, LicenceImages images, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var standing = (await store.Load<Physician>(id, cancellation)).State.Standing;

        if (standing is null || !user.Covers(standing) || await images.Open(id, cancellation) is not { } image)
        {
            return Refusals.RegistrationUnknown.ToProblem();
        }

        await store.Append(new Changes().Write(AccessLog.By(user, AccessLog.Registration, clock.GetUtcNow(), id)), cancellation);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";

        return TypedResults.File(image.Content, image.Type.MediaType, $"{id}.{image.Type.Extension}");
    }
}
