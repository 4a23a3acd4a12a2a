using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Documents;

/// <summary>Hands a document to its owner or to the desks of its application, as an attachment under a generated name.</summary>
public static class DownloadDocument
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, Guid documentId, ClaimsPrincipal user, IEventStore store, DocumentVault vault, HttpResponse response, CancellationToken cancellation)
    {
        var application = (await store.Load<Application>(id, cancellation)).State;
        var mayRead = user.Subject() == application.Applicant.Value || (user.IsStaff() && application.Desks.Contains(user.Desk()));

        return mayRead && await vault.Describe(documentId, cancellation) is { } document && document.BelongsTo == id
            ? await vault.Send(document, response, cancellation)
            : DocumentRefusals.Unknown.ToProblem();
    }
}
