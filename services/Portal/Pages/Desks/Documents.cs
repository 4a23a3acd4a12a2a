using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Passes a document on to whoever may read the application, always as a file to save, never shown in the site's own name.</summary>
public static class Documents
{
    public static void MapDocuments(this WebApplication app) => app
        .MapGet("/applications/{id:guid}/documents/{documentId:guid}", Get)
        .For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    private static Task Get(Guid id, Guid documentId, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/certification/applications/{id}/documents/{documentId}", response, cancellation);
}
