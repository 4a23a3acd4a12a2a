using System.Security.Claims;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Mamis.TrainingCredits.Features.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views.Claims;

/// <summary>Hands a file of a claim to whoever may read the claim.</summary>
public static class EvidenceFile
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        Guid id, Guid documentId, ClaimsPrincipal user, HttpResponse response, [AsParameters] ClaimDesk desk, DocumentVault vault, CancellationToken cancellation) =>
        await desk.Find(id, user, cancellation) is not null
            && await vault.Describe(documentId, cancellation) is { } document && document.BelongsTo == id
            ? await vault.Send(document, response, cancellation)
            : DocumentRefusals.Unknown.ToProblem();
}
