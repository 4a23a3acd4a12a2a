using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>A notice as its stream tells it: what is to be said, and how far it has come.</summary>
public sealed record Notice : IEvolve<Notice>
{
    /// <summary>Null until it is scheduled.</summary>
    public NoticeScheduled? Content { get; init; }

    public NoticeState State { get; init; }

    /// <summary>How often the mail server asked to come again.</summary>
    public int Deferrals { get; init; }

    public Guid? Batch { get; init; }

    /// <summary>Those of an organisation's staff for whom a mail of it went out, or will not.</summary>
    public IReadOnlyList<StaffId> Mailed { get; init; } = [];

    /// <summary>It cannot go out before Certification has said what is missing.</summary>
    public bool AwaitsCredits => State is NoticeState.Scheduled && Content is { } content && content.Kind.AsksForCredits() && content.Details?.Missing is null;

    public Notice Evolve(object @event) => @event switch
    {
        NoticeScheduled e => this with { Content = e, State = NoticeState.Scheduled },
        NoticeListed => this with { State = NoticeState.Listed },
        NoticeDeferred => this with { Deferrals = Deferrals + 1 },
        LetterOrdered => this with { State = NoticeState.LetterOrdered },
        LetterPrinted e => this with { State = NoticeState.LetterPrinted, Batch = e.Batch },
        CreditsFoundMissing e when Content is { } content => this with { Content = content with { Details = new() { Missing = e } } },
        NoticeSent or NoticeShown => this with { State = NoticeState.Sent },
        LetterReturned => this with { State = NoticeState.Returned },
        NoticeWaived => this with { State = NoticeState.Waived },
        NoticeResumed e when Content is { } content => this with { State = NoticeState.Scheduled, Content = content.ResumedOn(e.On) },
        MailDelayed => this with { State = NoticeState.Delayed },
        MailBounced => this with { State = NoticeState.Bounced },
        MailDelivered => this with { State = NoticeState.Delivered },
        StaffMailed e => this with { Mailed = [.. Mailed, e.Staff] },
        StaffMailLeft e => this with { Mailed = [.. Mailed, e.Staff] },
        _ => this,
    };
}

/// <summary>How far a notice has come. What was sent is told, unless the post or the mail server says otherwise later.</summary>
public enum NoticeState
{
    None,

    /// <summary>On its way by mail.</summary>
    Scheduled,

    /// <summary>Waits for the desk to print it.</summary>
    LetterOrdered,

    /// <summary>Printed, not yet posted.</summary>
    LetterPrinted,

    Sent,

    /// <summary>A letter that was sent and came back.</summary>
    Returned,

    /// <summary>On the list of a desk.</summary>
    Listed,

    Waived,

    /// <summary>The mail server has it and could not hand it on yet.</summary>
    Delayed,

    /// <summary>The mail came back; a letter follows, where the kind asks for one.</summary>
    Bounced,

    /// <summary>The mail server saw it into the mailbox.</summary>
    Delivered,
}
