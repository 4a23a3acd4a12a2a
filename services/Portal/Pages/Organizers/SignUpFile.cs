using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Organizers;

/// <summary>Hands on those who have a place as an attendance list, to be checked before the day.</summary>
public static class SignUpFile
{
    public static void MapSignUpFile(this WebApplication app) => app.MapGet("/organizer/trainings/{id:guid}/sign-ups.csv", Get).For(Roles.Organizer);

    private static async Task Get(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/training-credits/trainings/{id}/sign-ups/list");
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }
}
