using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>One notice with the text it went out with and every step of its delivery, read from its stream.</summary>
public static class NoticeHistory
{
    /// <param name="Text">Null until it goes out.</param>
    /// <param name="ContactChangedSince">The physician's data changed after the notice went out, so the address may have been an old one.</param>
    public sealed record Answer(NoticeCard Notice, SentText? Text, IReadOnlyList<Step> Deliveries, bool ContactChangedSince);

    /// <param name="What"><c>scheduled</c>, <c>credits-missing</c>, <c>listed</c>, <c>deferred</c>, <c>failed</c>, <c>letter-ordered</c>, <c>letter-printed</c>, <c>sent</c>, <c>returned</c>, <c>waived</c>, <c>resumed</c>, <c>delayed</c>, <c>bounced</c>, <c>delivered</c>, <c>staff-mailed</c> or <c>staff-mail-left</c>.</param>
    public sealed record Step(DateTimeOffset At, string What, Channel? Channel = null, string? Code = null);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, CancellationToken cancellation)
    {
        var notice = await database.Find<NoticeCard>(
            $"""
             select {NoticeCard.Columns} from notice_cards n left join standings s on s.physician_id = n.physician_id
             where n.id = @id and {Reach.Of(user)}
             """,
            new { id, me = user.Subject(), association = user.AssociationCode() },
            cancellation);

        if (notice is null)
        {
            return Refusals.NoticeUnknown.ToProblem();
        }

        var text = await SentText.Of(id, database, cancellation);
        var changed = await database.Find<bool>(
            "select c.version > n.contact_version from notice_cards n join contacts c on c.physician_id = n.physician_id where n.id = @id and n.contact_version is not null",
            new { id },
            cancellation);
        var events = await store.ReadStream(id, cancellation);

        return TypedResults.Ok(new Answer(notice, text, [.. events.Select(StepOf)], changed));
    }

    public static Step StepOf(StoredEvent e) => e.Data switch
    {
        NoticeListed => new(e.Timestamp, "listed"),
        NoticeDeferred it => new(e.Timestamp, "deferred", Channel.Email, it.Code),
        NoticeFailed it => new(e.Timestamp, "failed", it.Channel, it.Code),
        LetterOrdered it => new(e.Timestamp, "letter-ordered", Channel.Letter, it.Because),
        LetterPrinted => new(e.Timestamp, "letter-printed", Channel.Letter),
        CreditsFoundMissing => new(e.Timestamp, "credits-missing"),
        NoticeShown it => new(e.Timestamp, "sent", Channel.MyPage, it.Because),
        NoticeSent it => new(e.Timestamp, "sent", it.Channel),
        LetterReturned it => new(e.Timestamp, "returned", Channel.Letter, it.Reason),
        NoticeWaived it => new(e.Timestamp, "waived", Code: it.Reason),
        NoticeResumed it => new(e.Timestamp, "resumed", Code: it.Because),
        MailDelayed it => new(e.Timestamp, "delayed", Channel.Email, it.Code),
        MailBounced it => new(e.Timestamp, "bounced", Channel.Email, it.Code),
        MailDelivered => new(e.Timestamp, "delivered", Channel.Email),
        StaffMailed => new(e.Timestamp, "staff-mailed", Channel.Email),
        StaffMailLeft it => new(e.Timestamp, "staff-mail-left", Channel.Email, it.Because),
        _ => new(e.Timestamp, "scheduled"),
    };
}
