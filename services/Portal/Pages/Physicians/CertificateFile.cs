using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Physicians;

/// <summary>Passes a certificate on as a file to print, to its holder and to the desks that reach the holder.</summary>
public static class CertificateFile
{
    public static void MapCertificateFile(this WebApplication app) => app
        .MapGet("/certificates/{id:guid}.pdf", Get)
        .For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    private static async Task Get(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/certification/certificates/{id}.pdf");
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
