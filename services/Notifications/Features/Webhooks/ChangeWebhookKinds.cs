using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>A webhook hears of other kinds from now on; what is under way still arrives.</summary>
public static class ChangeWebhookKinds
{
    public sealed record Command(IReadOnlyList<string> Kinds, StaffId By);

    public static Decision Decide(Webhook webhook, Command command) => webhook switch
    {
        { Exists: false } => WebhookRefusals.Unknown,
        _ when webhook.Kinds.Order().SequenceEqual(command.Kinds.Order()) => Decision.Nothing,
        _ => Decision.Append(new WebhookKindsChanged(command.Kinds, command.By)),
    };

    /// <param name="Kinds">All it wants to hear of.</param>
    public sealed record Request(IReadOnlyList<string>? Kinds = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var kinds = (request.Kinds ?? []).Distinct().ToArray();

        if (RegisterWebhook.MistakeOf(kinds) is { } mistake)
        {
            return mistake.ToProblem();
        }

        var decision = await store.DecideAsync<Webhook>(id, it => Decide(it, new(kinds, user.Staff())), cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
