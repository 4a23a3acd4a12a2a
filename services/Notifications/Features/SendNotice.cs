using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Features;

/// <summary>What follows from one attempt to send a notice: mail first, then a letter, and never nothing.</summary>
public static class SendNotice
{
    /// <param name="Outcome">How the attempt went.</param>
    /// <param name="HasAddress">Whether a letter could be posted.</param>
    /// <param name="HasMyPage">Whether it can be read there.</param>
    public sealed record Command(Outcome Outcome, bool HasAddress, DateOnly Today, bool HasMyPage = false);

    /// <summary>How an attempt went.</summary>
    public abstract record Outcome;

    /// <summary>The mail server has taken the mail.</summary>
    public sealed record Mailed(long ContactVersion) : Outcome;

    /// <summary>It may work later: a transient answer, or none.</summary>
    public sealed record Deferred(string Code) : Outcome;

    /// <summary>It will never work.</summary>
    public sealed record Rejected(string Code) : Outcome;

    /// <summary>There is no e-mail address.</summary>
    public sealed record NoEmail : Outcome;

    /// <summary>The physician does without mails of this kind.</summary>
    public sealed record SwitchedOff : Outcome;

    public static Decision Decide(Notice notice, Command command) => (notice, command.Outcome) switch
    {
        ({ State: not NoticeState.Scheduled } or { Content: null }, _) => Decision.Nothing,
        (_, Mailed sent) => Decision.Append(new NoticeSent(Channel.Email, sent.ContactVersion)),
        ({ Content.ScheduledOn: var since }, Deferred later) when DeliveryRules.On(since).MailIsTried(since, command.Today) =>
            Decision.Append(new NoticeDeferred(later.Code)),
        ({ Content: { } content }, Deferred late) => Decision.Append(new NoticeFailed(Channel.Email, late.Code), Instead(content, command.HasAddress, late.Code, command.HasMyPage)),
        ({ Content: { } content }, Rejected rejected) => Decision.Append(new NoticeFailed(Channel.Email, rejected.Code), Instead(content, command.HasAddress, rejected.Code, command.HasMyPage)),
        (_, SwitchedOff) => Decision.Append(new NoticeWaived(Reasons.SwitchedOff)),
        ({ Content: { } content }, _) => Decision.Append(Instead(content, command.HasAddress, Reasons.NoEmail, command.HasMyPage)),
    };

    /// <summary>What follows where mail does not arrive.</summary>
    public static object Instead(NoticeScheduled content, bool hasAddress, string because, bool hasMyPage = false) => (content.Kind.IsOptional(), hasAddress) switch
    {
        (true, _) when hasMyPage && content.Kind.IsToldByMyPage() => new NoticeShown(because),
        (true, _) => new NoticeWaived(because),
        (_, true) => new LetterOrdered(because),
        _ => new NoticeWaived(Reasons.NoAddress),
    };
}
