using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Passes every line of a coverage report on, for who has to prove it.</summary>
public static class CoverageFile
{
    public static void MapCoverageFile(this WebApplication app) => app
        .MapGet("/desk/coverage.csv", Get)
        .For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    private static Task Get(DateOnly on, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/notifications/coverage.csv?on={on:yyyy-MM-dd}", response, cancellation);
}
