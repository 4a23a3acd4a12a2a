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

    private static async Task Get(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/identity/registrations/{id}/licence");
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
