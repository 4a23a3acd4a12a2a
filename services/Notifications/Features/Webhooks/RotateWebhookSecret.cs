using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>Gives a webhook a new secret; for a day both sign, so that its owner changes over without a gap.</summary>
/// <remarks>Doing it again within the day ends the oldest at once, which is what one wants of a secret that leaked.</remarks>
public static class RotateWebhookSecret
{
    public sealed record Command(DateTimeOffset FormerUntil, StaffId By);

    public static Decision Decide(Webhook webhook, Command command) => webhook switch
    {
        { Exists: false } => WebhookRefusals.Unknown,
        _ => Decision.Append(new WebhookSecretRotated(webhook.SecretVersion + 1, command.FormerUntil, command.By)),
    };

    public static async Task<Results<Ok<RegisterWebhook.Answer>, ProblemHttpResult>> Handle(
        Guid id, HttpContext context, IEventStore store, WebhookSecrets secrets, TimeProvider clock, CancellationToken cancellation)
    {
        var (secret, until) = (WebhookSecrets.New(), clock.GetUtcNow() + WebhookRules.On(clock.Today()).Overlap);
        var decision = await store.DecideAsync<Webhook>(
            id, it => Decide(it, new(until, context.User.Staff())), changes => changes.Write(secrets.Keep(id, secret, until)), cancellation);

        if (decision.IsRefused)
        {
            return decision.ToProblem();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new RegisterWebhook.Answer(id, secret, until));
    }
}
