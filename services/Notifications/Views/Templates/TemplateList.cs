using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Views.Templates;

/// <summary>Every kind of notice with the words that hold today and those that are to come.</summary>
public static class TemplateList
{
    public sealed record Answer(IReadOnlyList<Line> Templates);

    /// <param name="Since">Null for the shipped words.</param>
    /// <param name="Coming">What holds from a later day on.</param>
    public sealed record Line(NoticeKind Kind, int Version, DateOnly? Since, string Subject, IReadOnlyList<Later> Coming);

    public sealed record Later(int Version, DateOnly Since);

    public static async Task<Ok<Answer>> Get(IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var kinds = Enum.GetValues<NoticeKind>();
        var templates = await store.LoadMany<NoticeTemplate>([.. kinds.Select(NoticeTemplate.IdOf)], cancellation);

        return TypedResults.Ok(new Answer([.. kinds.Select(it => Of(it, templates[NoticeTemplate.IdOf(it)].State, clock.Today()))]));
    }

    private static Line Of(NoticeKind kind, NoticeTemplate template, DateOnly today)
    {
        var now = template.On(today);
        var coming = template.Written.Where(it => it.Since > today).OrderBy(it => it.Since).ThenBy(it => it.Version);

        return new(
            kind,
            now?.Version ?? NoticeTemplate.Shipped,
            now?.Since,
            now?.Subject ?? Wording.Shipped(kind).Subject,
            [.. coming.Select(it => new Later(it.Version, it.Since))]);
    }
}
