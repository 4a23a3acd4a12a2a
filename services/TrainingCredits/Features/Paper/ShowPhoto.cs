using System.Security.Claims;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Paper;

/// <summary>Hands the photo of a handbook's page to the physician and to staff who reach the physician; the look of staff is noted (D4).</summary>
public static class ShowPhoto
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        string physicianId, Guid entryId, Guid photoId, ClaimsPrincipal user, [AsParameters] LedgerShelf shelf, DocumentVault vault,
        HttpResponse response, CancellationToken cancellation)
    {
        var physician = await LedgerAccess.Reach(physicianId, user, shelf.Database, shelf.Clock, cancellation);

        return await vault.Describe(photoId, cancellation) is { } photo && photo.BelongsTo == entryId && photo.PhysicianId == physician
            ? await vault.Send(photo, response, cancellation)
            : DocumentRefusals.Unknown.ToProblem();
    }
}
