using Mamis.Kernel;
using Mamis.Notifications.Views;
using Mamis.Notifications.Views.Organisations;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features.Preferences;

/// <summary>The route table of what physicians and staff want by mail.</summary>
public static class PreferenceRoutes
{
    public static void MapPreferences(this WebApplication app)
    {
        string[] everyReader = [Roles.Physician, .. OrganisationInbox.Readers];
        app.MapGet("/preferences", MailChoices.Get).For(everyReader);
        app.MapPut("/preferences/{kind}", SwitchMail.Handle).For(everyReader);
        app.MapGet("/stop-links/{token}", StopMails.Get).ForEveryone();
        app.MapPost("/stop-links/{token}", StopMails.Handle).ForEveryone();
    }
}
