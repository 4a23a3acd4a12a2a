using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Passes the calendar of the reader's association on as the file that an import takes.</summary>
public static class RoundsFile
{
    public static void MapRoundsFile(this WebApplication app) => app
        .MapGet("/desk/rounds.csv", Get)
        .For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    private static Task Get(int fiscalYear, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/certification/intake-rounds.csv?fiscalYear={fiscalYear}", response, cancellation);
}
