using System.Globalization;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Features;

/// <summary>Schedules what must be told, once: its id follows from what it is about, so whoever schedules it again meets the same stream.</summary>
public static class ScheduleNotice
{
    public sealed record Command(NoticeScheduled Content);

    public static Decision Decide(Notice notice, Command command) => (notice, command.Content) switch
    {
        ({ Content: not null }, _) => Decision.Nothing,
        (_, { Route: NoticeRoute.ListForDesk } content) => Decision.Append(content, new NoticeListed()),
        (_, var content) => Decision.Append(content),
    };

    /// <summary>Keyed by the term: a new or a moved one is told anew, a second run tells nothing.</summary>
    public static Guid IdOf(Guid certificate, DateOnly validTo, NoticeKind kind, NoticeRoute route) =>
        DeterministicId.From("notice", certificate, validTo.ToString("O", CultureInfo.InvariantCulture), kind, route);

    /// <summary>Keyed by the days that have passed: each reminder of an application once.</summary>
    public static Guid IdOf(Guid application, NoticeKind kind, int days) => DeterministicId.From("notice", application, kind, days);

    /// <summary>Keyed by the day: what is gathered for a physician goes out once a day.</summary>
    public static Guid IdOf(Guid physician, NoticeKind kind, DateOnly day) =>
        DeterministicId.From("notice", physician, kind, day.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Keyed by who is told, and by what has passed or comes: each reminder of an organisation once, and a moved deadline anew.</summary>
    public static Guid IdOf(Guid subject, NoticeKind kind, string organisation, DateOnly day, int step) =>
        DeterministicId.From("notice", subject, kind, organisation, day.ToString("O", CultureInfo.InvariantCulture), step);

    /// <summary>Keyed by the message: an application can be sent back more than once.</summary>
    public static Guid IdOf(Guid application, NoticeKind kind, Guid message) =>
        DeterministicId.From("notice", application, kind, message);
}
