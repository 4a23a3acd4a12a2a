using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Inquiries;

/// <summary>One inquiry with all that was written and done, read from its stream.</summary>
public static class InquiryThread
{
    /// <param name="MayAct">Whether the caller may write, assign and close, or only read.</param>
    public sealed record Answer(InquiryCard Inquiry, IReadOnlyList<Entry> Entries, bool MayAct, Support Support);

    /// <param name="What"><c>asked</c>, <c>answered</c>, <c>assigned</c>, <c>released</c> or <c>closed</c>.</param>
    /// <param name="Staff">The account that did it; told to staff only, and null when the physician did.</param>
    /// <param name="Text">Null for what is no message, and where the words were deleted.</param>
    public sealed record Entry(DateTimeOffset At, string What, Guid? Staff = null, string? Text = null);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (await InquiryReach.Find(id, user, database, cancellation) is not { } card)
        {
            return InquiryRefusals.Unknown.ToProblem();
        }

        var words = await InquiryWords.Of(id, database, cancellation);
        var entries = (await store.ReadStream(id, cancellation)).Select(it => EntryOf(it, words));
        var isPhysician = user.Physician() is not null;

        return TypedResults.Ok(new Answer(
            card,
            [.. isPhysician ? entries.Where(IsForPhysicians).Select(it => it with { Staff = null }) : entries],
            isPhysician || user.AssociationCode() == card.Desk,
            Support.At(clock)));
    }

    private static bool IsForPhysicians(Entry entry) => entry.What is "asked" or "answered" or "closed";

    private static Entry EntryOf(StoredEvent e, IReadOnlyDictionary<Guid, string> words) => e.Data switch
    {
        InquiryAsked it => new(e.Timestamp, "asked", Text: words.GetValueOrDefault(it.Text)),
        InquiryAnswered it => new(e.Timestamp, "answered", it.By.Value, words.GetValueOrDefault(it.Text)),
        InquiryAssigned { To: { } to } => new(e.Timestamp, "assigned", to.Value),
        InquiryAssigned it => new(e.Timestamp, "released", it.By.Value),
        InquiryClosed it => new(e.Timestamp, "closed", it.By?.Value),
        InquiryOpened it => new(e.Timestamp, "asked", Text: words.GetValueOrDefault(it.Text)),
        _ => throw new InvalidOperationException($"{e.Data.GetType()} is no event of an inquiry."),
    };
}
