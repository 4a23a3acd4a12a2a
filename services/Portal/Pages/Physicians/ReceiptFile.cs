using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Physicians;

/// <summary>Passes the receipt of a fee on as a file to print, to the applicant and to the desk that received it.</summary>
public static class ReceiptFile
{
    public static void MapReceiptFile(this WebApplication app) => app
        .MapGet("/applications/{id:guid}/fee-receipt.pdf", Get)
        .For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff);

    private static Task Get(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/certification/applications/{id}/fee-receipt.pdf", response, cancellation);
}
