using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Fees;

/// <summary>The receipt of a fee (領収書) as a file to print, for the applicant and for the payee's clerks.</summary>
public static class PrintReceipt
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, ReceiptPaper paper, ReceiptCopies copies, HttpResponse response, CancellationToken cancellation)
    {
        var it = (await store.Load<Application>(id, cancellation)).State;

        if (it.Desks is not [var payee, ..] || !(it.Applicant.Value == user.Subject() || (user.IsStaff() && payee == user.Desk())))
        {
            return Refusals.ApplicationUnknown.ToProblem();
        }

        if (!it.FeePaid)
        {
            return FeeRefusals.NothingReceived.ToProblem();
        }

        var received = (await store.ReadStream(id, cancellation)).Last(e => e.Data is FeeRecorded);
        var receipt = ReceiptPaper.Receipt.Of(id, it, received);
        var printout = await copies.Print(id, received.Version, user.Subject(), again => paper.Print(receipt, again, cancellation), cancellation);
        response.Headers.CacheControl = "no-store";

        return printout.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.File(printout.Pdf.ToArray(), "application/pdf", $"receipt-{receipt.Number}.pdf");
    }
}
