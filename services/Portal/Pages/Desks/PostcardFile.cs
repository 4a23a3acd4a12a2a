using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Makes out postcards for everybody in reach who has no way in yet, and hands the list for the print shop on; it comes only once.</summary>
public static class PostcardFile
{
    public static void MapPostcardFile(this WebApplication app) => app
        .MapPost("/desk/postcards.csv", Post)
        .For(Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);

    /// <param name="form">Read as a form, so that its token is checked.</param>
    private static async Task Post(IFormCollection form, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/identity/postcard-batches") { Content = JsonContent.Create(new { }) };
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
