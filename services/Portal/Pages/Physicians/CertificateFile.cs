using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Physicians;

/// <summary>Passes a certificate on: to print, for its holder and the desks that reach the holder; and as a badge, for its holder alone.</summary>
public static class CertificateFile
{
    public static void MapCertificateFile(this WebApplication app)
    {
        app.MapGet("/certificates/{id:guid}.pdf", Paper).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapGet("/my-page/certificates/{id:guid}.jwt", Badge).For(Roles.Physician);
    }

    private static Task Paper(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        Pass($"/api/certification/certificates/{id}.pdf", gateway, response, cancellation);

    private static Task Badge(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        Pass($"/api/certification/certificates/{id}/badge", gateway, response, cancellation);

    private static async Task Pass(string address, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
