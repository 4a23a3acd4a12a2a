using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Passes a batch of letters on to be saved: pages to print, or a file for a print shop.</summary>
public static class LetterFiles
{
    private static readonly string[] Staff = [Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff];

    public static void MapLetterFiles(this WebApplication app)
    {
        app.MapGet("/desk/letters/{id:guid}.html", (Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
            Save($"{id}.html", gateway, response, cancellation)).For(Staff);
        app.MapGet("/desk/letters/{id:guid}.pdf", (Guid id, int? part, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
            Save($"{id}.pdf?part={part ?? 1}", gateway, response, cancellation)).For(Staff);
        app.MapGet("/desk/letters/{id:guid}.csv", (Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
            Save($"{id}.csv", gateway, response, cancellation)).For(Staff);
    }

    private static Task Save(string file, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/notifications/letter-batches/{file}", response, cancellation);
}
