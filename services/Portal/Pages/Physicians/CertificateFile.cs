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
        gateway.PassOn($"/api/certification/certificates/{id}.pdf", response, cancellation);

    private static Task Badge(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/certification/certificates/{id}/badge", response, cancellation);
}
