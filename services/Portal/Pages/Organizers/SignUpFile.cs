using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Organizers;

/// <summary>Hands on those who have a place as an attendance list, to be checked before the day.</summary>
public static class SignUpFile
{
    public static void MapSignUpFile(this WebApplication app) => app.MapGet("/organizer/trainings/{id:guid}/sign-ups.csv", Get).For(Roles.Organizer);

    private static Task Get(Guid id, GatewayClient gateway, HttpResponse response, CancellationToken cancellation) =>
        gateway.PassOn($"/api/training-credits/trainings/{id}/sign-ups/list", response, cancellation);
}
