using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.Notifications.Views.Webhooks;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>A webhook hears nothing any more; its secrets and deliveries go with it, its stream stays.</summary>
public static class RemoveWebhook
{
    public sealed record Command(StaffId By);

    public static Decision Decide(Webhook webhook, Command command) => webhook switch
    {
        { State: WebhookState.None } => WebhookRefusals.Unknown,
        { State: WebhookState.Removed } => Decision.Nothing,
        _ => Decision.Append(new WebhookRemoved(command.By)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var decision = await store.DecideAsync<Webhook>(
            id,
            it => Decide(it, new(user.Staff())),
            changes => changes.Write(WebhookSecrets.Forget(id)).Write(WebhookDeliveries.Forget(id)),
            cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
