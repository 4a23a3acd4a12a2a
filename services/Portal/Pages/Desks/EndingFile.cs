using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Passes every certificate that ends on as a file, for who plans with it.</summary>
public static class EndingFile
{
    public static void MapEndingFile(this WebApplication app) => app
        .MapGet("/desk/ending.csv", Get)
        .For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    private static Task Get(
        DateOnly from, DateOnly to, string association, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn(
            $"/api/certification/certificates/ending.csv?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&association={Uri.EscapeDataString(association)}",
            response,
            cancellation);
}
