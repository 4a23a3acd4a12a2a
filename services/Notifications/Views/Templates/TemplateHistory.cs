using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Views.Templates;

/// <summary>All words a kind of notice ever had: from when, by whom and why; the latest first, the shipped ones at the end.</summary>
public static class TemplateHistory
{
    /// <param name="Current">The version that holds today.</param>
    /// <param name="Places">What may and must stand in braces.</param>
    /// <param name="ByLetter">Whether it can go by letter too, which what an organisation is told never does.</param>
    public sealed record Answer(NoticeKind Kind, int Current, IReadOnlyList<string> Places, IReadOnlyList<Entry> Versions, bool ByLetter);

    /// <param name="Since">Null, as are the others, for the shipped words.</param>
    /// <param name="By">The account that wrote them.</param>
    public sealed record Entry(int Version, string Subject, string Text, DateOnly? Since = null, string? Why = null, Guid? By = null, DateTimeOffset? At = null);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        string kind, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (Codes.Find<NoticeKind>(kind) is not { } known)
        {
            return PreferenceRefusals.KindUnknown.ToProblem();
        }

        var shipped = Wording.Shipped(known);
        var events = await store.ReadStream(NoticeTemplate.IdOf(known), cancellation);
        var template = events.Aggregate(new NoticeTemplate(), (state, e) => state.Evolve(e.Data));

        return TypedResults.Ok(new Answer(
            known,
            template.On(clock.Today())?.Version ?? NoticeTemplate.Shipped,
            shipped.Places,
            [.. events.Reverse().Select(EntryOf), new(NoticeTemplate.Shipped, shipped.Subject, shipped.Text)],
            known.ToldTo() is Audience.Physician));
    }

    private static Entry EntryOf(StoredEvent e) => e.Data is TemplateWritten it
        ? new(it.Version, it.Subject, it.Text, it.Since, it.Why, it.By.Value, e.Timestamp)
        : throw new InvalidOperationException($"{e.Data.GetType()} writes no words.");
}
