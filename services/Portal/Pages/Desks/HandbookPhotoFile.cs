using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Passes the photo of a handbook's page on to the desk that compares it, always as a file to save, never as a page of the site.</summary>
public static class HandbookPhotoFile
{
    public static void MapHandbookPhoto(this WebApplication app) => app
        .MapGet("/desk/paper-credits/{physicianId:guid}/{entryId:guid}/photos/{photoId:guid}", Get)
        .For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    private static async Task Get(
        Guid physicianId, Guid entryId, Guid photoId, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/api/training-credits/ledgers/{physicianId}/paper-credits/{entryId}/photos/{photoId}");
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
