using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Passes the image of a licence on to the desk that compares it, always as a file to save.</summary>
public static class LicenceImage
{
    public static void MapLicenceImage(this WebApplication app) => app
        .MapGet("/desk/registrations/{id:guid}/licence", Get)
        .For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    private static Task Get(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/identity/registrations/{id}/licence", response, cancellation);
}
