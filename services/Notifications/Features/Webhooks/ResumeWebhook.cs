using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>A webhook is sent to again, first what was kept for it.</summary>
public static class ResumeWebhook
{
    public sealed record Command(StaffId By);

    public static Decision Decide(Webhook webhook, Command command) => webhook switch
    {
        { Exists: false } => WebhookRefusals.Unknown,
        { State: WebhookState.Active } => Decision.Nothing,
        _ => Decision.Append(new WebhookResumed(command.By)),
    };

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var decision = await store.DecideAsync<Webhook>(
            id, it => Decide(it, new(user.Staff())), changes => changes.Leave(TidyWebhooks.Now(clock)), cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
