using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>Something must be told: which certificate term or application it is about, to whom, and in whose name.</summary>
public sealed record NoticeScheduled
{
    public required NoticeKind Kind { get; init; }

    public required NoticeRoute Route { get; init; }

    /// <summary>Null where an organisation is told.</summary>
    public PhysicianId? Physician { get; init; }

    /// <summary>Code of the association or the organizer that is told; null where it is a physician, as in all notices of before.</summary>
    public string? Organisation { get; init; }

    /// <summary>Code of the association that tells it, or whose desk is told.</summary>
    public required string Association { get; init; }

    /// <summary>The certificate, the application, the training, the intake round or, where it is about posted credits, the physician.</summary>
    public required Guid Subject { get; init; }

    public Scheme? Scheme { get; init; }

    /// <summary>Last day of the term it warns of; null where it is about an application.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The day it had to be told; a run after a missed day schedules it later.</summary>
    public required DateOnly DueOn { get; init; }

    public required DateOnly ScheduledOn { get; init; }

    /// <summary>What else it says; null where kind and term say all.</summary>
    public NoticeDetails? Details { get; init; }

    /// <summary>What credits are missing may have changed since, and is asked again.</summary>
    public NoticeScheduled ResumedOn(DateOnly day) => this with { ScheduledOn = day, Details = Kind.AsksForCredits() ? null : Details };
}

/// <summary>The entry stands on the desk's list, which is how a desk is told.</summary>
public sealed record NoticeListed;

/// <summary>The mail server asked to come again later, or could not be reached.</summary>
public sealed record NoticeDeferred(string Code);

/// <summary>The mail will not arrive: refused for good, or deferred for too long.</summary>
public sealed record NoticeFailed(Channel Channel, string Code);

/// <summary>There is no way by mail, so the association has to print and post it.</summary>
public sealed record LetterOrdered(string Because);

/// <summary>The letter is part of a batch that a desk prints at once.</summary>
/// <param name="Batch">All that is printed at once.</param>
/// <param name="Number">Stands on the letter, for when it comes back; letters of before there were numbers have none.</param>
public sealed record LetterPrinted(Guid Batch, string? Number = null);

/// <summary>The mail server took the mail, or the desk posted the letter.</summary>
/// <param name="Channel">How it went.</param>
/// <param name="ContactVersion">The version of the physician's data it was sent to: proves the address without naming it.</param>
public sealed record NoticeSent(Channel Channel, long ContactVersion);

/// <summary>The post brought the letter back, so nobody was told.</summary>
public sealed record LetterReturned(string Reason, StaffId By);

/// <summary>It is not told after all, for a reason that the coverage report can name.</summary>
public sealed record NoticeWaived(string Reason);

/// <summary>It is told after all: what had made it superfluous is no more.</summary>
/// <param name="On">The day, from which the days for mail count.</param>
/// <param name="Because">What is no more, as a code.</param>
public sealed record NoticeResumed(DateOnly On, string Because);
