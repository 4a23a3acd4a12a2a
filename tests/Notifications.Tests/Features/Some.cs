using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Features;

/// <summary>Notices as the tests of decisions need them.</summary>
internal static class Some
{
    public static readonly DateOnly Scheduled = new(2026, 11, 22);

    public static NoticeScheduled Content(NoticeRoute route = NoticeRoute.JmaToPhysician, NoticeKind kind = NoticeKind.OneYear) => new()
    {
        Kind = kind,
        Route = route,
        Physician = new(new Guid("0199a000-0000-7000-8000-000000000001")),
        Association = "JMA",
        Subject = new Guid("0199a000-0000-8000-8000-000000000002"),
        Scheme = Scheme.Occupational,
        ValidTo = new(2027, 11, 22),
        DueOn = Scheduled,
        ScheduledOn = Scheduled,
    };

    public static Notice Notice(params IEnumerable<object> events) =>
        events.Aggregate(new Notice(), (notice, e) => notice.Evolve(e));
}
