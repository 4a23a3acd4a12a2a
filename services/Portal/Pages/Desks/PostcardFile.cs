using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Makes out postcards for who has no way in yet, and hands the list for the print shop on; it comes only once.</summary>
public static class PostcardFile
{
    public static void MapPostcardFile(this WebApplication app)
    {
        app.MapPost("/desk/postcards.csv", Post).For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/desk/physicians/{id:guid}/postcard.csv", PostOne).For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapGet("/desk/unregistered.csv", Unregistered).For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
    }

    /// <param name="form">Read as a form, so that its token is checked.</param>
    private static async Task Post(IFormCollection form, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/identity/postcard-batches") { Content = JsonContent.Create(new { }) };
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }

    /// <summary>One more, to the address of the form; what is refused stands on the physician's page.</summary>
    private static async Task PostOne(Guid id, IFormCollection form, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        var body = new { postalCode = form["postalCode"].ToString(), address = form["address"].ToString() };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/identity/physicians/{id}/postcard") { Content = JsonContent.Create(body) };
        using var answer = await gateway.Raw(request, cancellation);

        if (answer.IsSuccessStatusCode)
        {
            await answer.PassOn(response, cancellation);
            return;
        }

        var problem = await GatewayClient.ProblemOf(answer, cancellation);
        response.Redirect($"/desk/physicians/{id}?refused={Uri.EscapeDataString(problem.Refusals[0].Code)}");
    }

    private static async Task Unregistered(string? of, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/identity/unregistered.csv{(of is null ? string.Empty : $"?association={Uri.EscapeDataString(of)}")}");
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
