using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views;

/// <summary>What happened to each entry, told from the stream itself.</summary>
public static class EntryHistory
{
    public const string Corrected = "corrected";

    /// <summary>One thing that happened to an entry.</summary>
    /// <param name="What">
    /// <c>posted</c>, <c>typed</c>, <c>claimed</c>, <c>matched</c>, <c>corrected</c>, <c>withdrawn</c>, <c>declared</c>, <c>verified</c>, <c>refused</c>,
    /// <c>set-aside</c>, <c>released</c>, <c>spent</c>.
    /// </param>
    /// <param name="By">The person who did it; null when it followed from an application.</param>
    public sealed record Step(string What, DateTimeOffset At, Guid? By, Guid? ApplicationId);

    public static ILookup<Guid, Step> Of(IEnumerable<StoredEvent> events) =>
        events.SelectMany(e => Steps(e)).ToLookup(it => it.Entry.Value, it => it.Step);

    private static string Entered(CreditPosted it) => it.Way is { } way ? Codes.Of(way) : "posted";

    private static IEnumerable<(EntryId Entry, Step Step)> Steps(StoredEvent e)
    {
        return e.Data switch
        {
            CreditPosted { Corrects: not null } it => By(Corrected, it.Entry, it.PostedBy.Value),
            CreditPosted { MatchedBy: { } clerk } it => By(Entered(it), it.Entry, it.PostedBy.Value).Concat(By("matched", it.Entry, clerk.Value)),
            CreditPosted it => By(Entered(it), it.Entry, it.PostedBy.Value),
            CreditWithdrawn it => By("withdrawn", it.Entry, it.WithdrawnBy.Value),
            PaperCreditDeclared it => By("declared", it.Entry, it.Holder.Value),
            PaperCreditVerified it => By("verified", it.Entry, it.VerifiedBy.Value),
            PaperCreditRefused it => By("refused", it.Entry, it.RefusedBy.Value),
            CreditsSetAside it => For("released", it.Freed, it.Application).Concat(For("set-aside", it.Entries, it.Application)),
            CreditsReleased it => For("released", it.Entries, it.Application),
            CreditsSpent it => For("spent", it.Entries, it.Application),
            _ => [],
        };

        IEnumerable<(EntryId Entry, Step Step)> By(string what, EntryId entry, Guid who) =>
            [(entry, new(what, e.Timestamp, who, ApplicationId: null))];

        IEnumerable<(EntryId Entry, Step Step)> For(string what, IReadOnlyList<EntryId> entries, ApplicationKey application) =>
            entries.Select(it => (it, new Step(what, e.Timestamp, By: null, application.Value)));
    }
}
