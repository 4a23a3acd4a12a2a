using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>Nothing is sent to a webhook for now, because somebody wants it or because its server gave no hope.</summary>
public static class PauseWebhook
{
    public sealed record Command(PauseReason Reason, StaffId? By);

    public static Decision Decide(Webhook webhook, Command command) => webhook switch
    {
        { Exists: false } => WebhookRefusals.Unknown,
        { State: WebhookState.Paused } => Decision.Nothing,
        _ => Decision.Append(new WebhookPaused(command.Reason, command.By)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var decision = await store.DecideAsync<Webhook>(id, it => Decide(it, new(PauseReason.ByStaff, user.Staff())), cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
