using Mamis.Kernel;
using Mamis.Notifications.Views.Templates;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features.Templates;

/// <summary>The route table of the words of the notices.</summary>
public static class TemplateRoutes
{
    public static void MapTemplates(this WebApplication app)
    {
        app.MapGet("/templates", TemplateList.Get).For(Roles.JmaStaff);
        app.MapGet("/templates/{kind}", TemplateHistory.Get).For(Roles.JmaStaff);
        app.MapPost("/templates/{kind}/versions", WriteTemplate.Handle).For(Roles.JmaStaff).Idempotent();
        app.MapPost("/templates/{kind}/previews", TemplatePreview.Make).ForStaff();
    }
}
