using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Physicians;

/// <summary>Passes the printed statement of a ledger on, to the physician it is about.</summary>
public static class StatementFile
{
    public static void MapStatementFile(this WebApplication app) => app.MapGet("/ledger/statement.pdf", Get).For(Roles.Physician);

    private static async Task Get(DateOnly? asKnownOn, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        var on = asKnownOn is { } day ? $"?asKnownOn={day:yyyy-MM-dd}" : string.Empty;
        await gateway.PassOn($"/api/training-credits/ledgers/me/statement.pdf{on}", response, cancellation);
    }
}
