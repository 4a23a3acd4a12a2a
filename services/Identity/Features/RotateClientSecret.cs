using Mamis.Identity.Domain;
using Mamis.Identity.Tokens;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features;

/// <summary>Gives a machine client a new secret; the former works on for some days, so that its owner changes over without a gap.</summary>
public static class RotateClientSecret
{
    private const int LongestOverlap = 30;

    /// <param name="OverlapDays">0 when the secret has leaked.</param>
    public sealed record Request(int OverlapDays);

    public static async Task<Results<Ok<CreateMachineClient.Answer>, ProblemHttpResult>> Handle(
        string id, Request request, HttpResponse response, ClientRegister register, TimeProvider clock, CancellationToken cancellation)
    {
        if (request.OverlapDays is < 0 or > LongestOverlap)
        {
            return Refusals.OverlapInvalid.ToProblem();
        }

        var known = await register.Find(id, cancellation);

        if (known is not { RevokedAt: null })
        {
            return (known is null ? Refusals.ClientUnknown : Refusals.ClientRevoked).ToProblem();
        }

        var secret = MachineClients.NewSecret();
        DateTimeOffset? until = request.OverlapDays == 0 ? null : clock.GetUtcNow().AddDays(request.OverlapDays);
        await register.Rotate(known.ClientId, secret, until, cancellation);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new CreateMachineClient.Answer(known.ClientId, secret, until));
    }
}
