using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging.Webhooks;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Webhooks;

/// <summary>The JMA lets the program of an integrator hear of what happens; its secret is shown this once.</summary>
public static class RegisterWebhook
{
    private const int LongestName = 100;

    public sealed record Command(string Name, string Url, IReadOnlyList<string> Kinds, StaffId By);

    public static Decision Decide(Webhook webhook, Command command) => webhook switch
    {
        { State: WebhookState.None } => Decision.Append(new WebhookRegistered(command.Name, command.Url, command.Kinds, command.By)),
        _ => Decision.Nothing,
    };

    /// <param name="Name">What it is called here, at most 100 characters.</param>
    /// <param name="Url">An absolute https address in the public internet.</param>
    /// <param name="Kinds">What it wants to hear of.</param>
    public sealed record Request(string? Name = null, string? Url = null, IReadOnlyList<string>? Kinds = null);

    /// <param name="Secret">What deliveries are signed with; it is shown nowhere again.</param>
    /// <param name="FormerUntil">Until when the secret before this one signs too.</param>
    public sealed record Answer(Guid Id, string Secret, DateTimeOffset? FormerUntil = null);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, HttpContext context, IEventStore store, WebhookAddresses addresses, WebhookSecrets secrets, TimeProvider clock)
    {
        var (name, kinds) = ((request.Name ?? string.Empty).Trim(), (request.Kinds ?? []).Distinct().ToArray());
        var (url, wrong) = await addresses.Check(request.Url, context.RequestAborted);
        Refusal?[] refusals = [NameMistake(name), wrong, MistakeOf(kinds)];

        if (refusals.OfType<Refusal>().ToArray() is { Length: > 0 } reasons)
        {
            return reasons.ToProblem();
        }

        var (id, secret) = (Guid.CreateVersion7(clock.GetUtcNow()), WebhookSecrets.New());
        await store.DecideAsync<Webhook>(
            id,
            it => Decide(it, new(name, url, kinds, context.User.Staff())),
            changes => changes.Write(secrets.Keep(id, secret, formerUntil: null)),
            context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";

        return TypedResults.Created($"/webhooks/{id}", new Answer(id, secret));
    }

    /// <summary>What is wrong with the kinds somebody chose.</summary>
    public static Refusal? MistakeOf(IReadOnlyList<string> kinds) => kinds switch
    {
        [] => WebhookRefusals.KindsMissing,
        _ when kinds.Except(WebhookKinds.All).Any() => WebhookRefusals.KindUnknown,
        _ => null,
    };

    private static Refusal? NameMistake(string name) =>
        name.Length is 0 or > LongestName || name.Any(char.IsControl) ? WebhookRefusals.NameMissing : null;
}
