using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Physicians;

/// <summary>Passes a file of a claim on to whoever may read the claim, always as a file to save, never shown in the site's own name.</summary>
public static class EvidenceFile
{
    public static void MapEvidenceFile(this WebApplication app) => app
        .MapGet("/claims/{id:guid}/evidence/{documentId:guid}", Get)
        .For(Roles.Physician, Roles.Organizer, Roles.PrefectureStaff, Roles.JmaStaff);

    private static Task Get(Guid id, Guid documentId, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/training-credits/claims/{id}/evidence/{documentId}", response, cancellation);
}
