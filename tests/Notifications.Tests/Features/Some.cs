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

    /// <summary>Told to the desk <c>13-001</c>.</summary>
    public static NoticeScheduled ForDesk(NoticeKind kind = NoticeKind.DeskOverdue) => new()
    {
        Kind = kind,
        Route = NoticeRoute.ToOrganisation,
        Organisation = "13-001",
        Association = "JMA",
        Subject = new Guid("0199a000-0000-8000-8000-000000000004"),
        Scheme = Scheme.Sports,
        DueOn = Scheduled,
        ScheduledOn = Scheduled,
        Details = new() { Desk = new("13-001", new(2026, 11, 21), Open: 3, OldestSubmittedOn: new(2026, 10, 1)) },
    };

    public static Notice Notice(params IEnumerable<object> events) =>
        events.Aggregate(new Notice(), (notice, e) => notice.Evolve(e));
}
