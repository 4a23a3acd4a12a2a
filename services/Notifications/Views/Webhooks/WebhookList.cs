using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Webhooks;

/// <summary>The webhooks there are, and one of them; nothing here tells a secret.</summary>
public static class WebhookList
{
    /// <param name="Kinds">All that one can listen to.</param>
    public sealed record Answer(IReadOnlyList<WebhookCard> Webhooks, IReadOnlyList<string> Kinds);

    public static async Task<Ok<Answer>> Get(NpgsqlDataSource database, CancellationToken cancellation) => TypedResults.Ok(new Answer(
        await database.List<WebhookCard>($"select {WebhookCard.Columns} from webhook_cards w order by w.name, w.id", new { }, cancellation),
        WebhookKinds.All));

    public static async Task<Results<Ok<WebhookCard>, ProblemHttpResult>> GetOne(Guid id, NpgsqlDataSource database, CancellationToken cancellation) =>
        await WebhookCard.Find(id, database, cancellation) is { } webhook ? TypedResults.Ok(webhook) : WebhookRefusals.Unknown.ToProblem();
}
