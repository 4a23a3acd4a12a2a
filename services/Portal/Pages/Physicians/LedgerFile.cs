using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Physicians;

/// <summary>Passes the reader's own ledger on as a file to save.</summary>
public static class LedgerFile
{
    public static void MapLedgerFile(this WebApplication app) => app.MapGet("/ledger/export", Get).For(Roles.Physician);

    private static async Task Get(
        string? format, DateOnly? asKnownOn, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        var on = asKnownOn is { } day ? $"&asKnownOn={day:yyyy-MM-dd}" : string.Empty;
        await gateway.PassOn(
            $"/api/training-credits/ledgers/me/export?format={Uri.EscapeDataString(format ?? string.Empty)}{on}", response, cancellation);
    }
}
