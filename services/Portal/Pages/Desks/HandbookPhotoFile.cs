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

    private static Task Get(
        Guid physicianId, Guid entryId, Guid photoId, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/training-credits/ledgers/{physicianId}/paper-credits/{entryId}/photos/{photoId}", response, cancellation);
}
