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

    private static async Task Get(Guid id, Guid documentId, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/certification/applications/{id}/documents/{documentId}");
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
