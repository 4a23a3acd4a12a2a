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
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/api/training-credits/ledgers/me/export?format={Uri.EscapeDataString(format ?? string.Empty)}{on}");
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
