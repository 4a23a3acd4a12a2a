using Mamis.Kernel;
using Mamis.Notifications.Views.Webhooks;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>The route table of the webhooks.</summary>
public static class WebhookRoutes
{
    public static void MapWebhooks(this WebApplication app)
    {
        app.MapGet("/webhooks", WebhookList.Get).For(Roles.JmaStaff);
        app.MapGet("/webhooks/{id:guid}", WebhookList.GetOne).For(Roles.JmaStaff);
        app.MapGet("/webhooks/{id:guid}/deliveries", DeliveryList.Get).For(Roles.JmaStaff);
        app.MapPost("/webhooks", RegisterWebhook.Handle).For(Roles.JmaStaff);
        app.MapPut("/webhooks/{id:guid}/kinds", ChangeWebhookKinds.Handle).For(Roles.JmaStaff);
        app.MapPost("/webhooks/{id:guid}/secret", RotateWebhookSecret.Handle).For(Roles.JmaStaff);
        app.MapPost("/webhooks/{id:guid}/pause", PauseWebhook.Handle).For(Roles.JmaStaff);
        app.MapPost("/webhooks/{id:guid}/resume", ResumeWebhook.Handle).For(Roles.JmaStaff);
        app.MapPost("/webhooks/{id:guid}/tests", TestWebhook.Handle).For(Roles.JmaStaff);
        app.MapPost("/webhook-deliveries/{id:guid}/redelivery", RepeatDelivery.Handle).For(Roles.JmaStaff);
        app.MapDelete("/webhooks/{id:guid}", RemoveWebhook.Handle).For(Roles.JmaStaff);
    }
}
