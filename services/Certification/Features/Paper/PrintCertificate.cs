using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Paper;

/// <summary>A certificate as a file to print, for the holder and for staff who reach the holder. A title that is lost or rests gets no new paper.</summary>
public static class PrintCertificate
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, Certificates certificates, CertificatePaper paper, HttpResponse response, CancellationToken cancellation)
    {
        if (await certificates.Find(id, user, cancellation) is not var (card, history))
        {
            return Refusals.CertificateUnknown.ToProblem();
        }

        if (Refuses(card.State) is { } ended)
        {
            return ended.ToProblem();
        }

        await certificates.NoteLook(card, user, cancellation);
        var printout = await paper.Print(card, history.Terms, cancellation);
        response.Headers.CacheControl = "no-store";

        return printout.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.File(printout.Pdf.ToArray(), "application/pdf", $"certificate-{card.Number}.pdf");
    }

    /// <summary>Why nothing new is made out for a title; null where it is.</summary>
    public static Refusal? Refuses(CertificateState state) => state switch
    {
        CertificateState.Lapsed => Refusals.CertificateLapsed,
        CertificateState.Resigned or CertificateState.StruckOff => LossRefusals.NoPaper,
        CertificateState.Suspended => SuspensionRefusals.NoPaper,
        _ => null,
    };
}
