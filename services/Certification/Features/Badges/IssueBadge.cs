using System.Security.Claims;
using System.Text;
using Mamis.Certification.Domain;
using Mamis.Certification.Features.Paper;
using Mamis.Certification.Messaging;
using Mamis.Certification.Views;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Badges;

/// <summary>The certificate as a signed credential for the holder's own wallet. As with paper, a title that is lost or rests gets no new one.</summary>
public sealed class IssueBadge(Certificates certificates, IdentityClient identity, StatusPositions positions, BadgeToken token, BadgeAddresses addresses)
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IssueBadge badge, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";

        return await badge.Issue(id, user, cancellation);
    }

    private async Task<Results<FileContentHttpResult, ProblemHttpResult>> Issue(Guid id, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await certificates.Find(id, user, cancellation) is not var (card, _))
        {
            return Refusals.CertificateUnknown.ToProblem();
        }

        if (PrintCertificate.Refuses(card.State) is { } ended)
        {
            return ended.ToProblem();
        }

        if (await identity.Holder(new(card.PhysicianId), cancellation) is not { } holder)
        {
            return Refusals.PhysicianUnknown.ToProblem();
        }

        var position = await positions.Of(card.Id, card.Number, cancellation);
        var signed = await token.Sign(OpenBadge.Of(card, holder, position, addresses), cancellation);

        return TypedResults.File(Encoding.ASCII.GetBytes(signed), BadgeToken.MediaType, $"certificate-{card.Number}.jwt");
    }
}
