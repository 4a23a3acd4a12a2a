using Mamis.Kernel;
using Mamis.Notifications.Views;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features.Preferences;

/// <summary>The route table of what physicians want by mail.</summary>
public static class PreferenceRoutes
{
    public static void MapPreferences(this WebApplication app)
    {
        app.MapGet("/preferences", MailChoices.Get).For(Roles.Physician);
        app.MapPut("/preferences/{kind}", SwitchMail.Handle).For(Roles.Physician);
        app.MapGet("/stop-links/{token}", StopMails.Get).ForEveryone();
        app.MapPost("/stop-links/{token}", StopMails.Handle).ForEveryone();
    }
}
