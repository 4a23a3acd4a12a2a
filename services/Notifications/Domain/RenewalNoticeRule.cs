using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>How long before the end of a term what is told by whom (N1, N2), with the day the rule took effect.</summary>
/// <param name="LeadMonths">Null from the day on which this notice is no longer given.</param>
public sealed record RenewalNoticeRule(DateOnly Since, NoticeKind Kind, NoticeRoute Route, Scheme Scheme, int? LeadMonths)
{
    // N1 for sports is question Q14: yes. A prefecture tells its members as well, as Hokkaido does.
    private static readonly RenewalNoticeRule[] Versions =
    [
        new(DateOnly.MinValue, NoticeKind.OneYear, NoticeRoute.JmaToPhysician, Scheme.Occupational, LeadMonths: 12),
        new(DateOnly.MinValue, NoticeKind.OneYear, NoticeRoute.JmaToPhysician, Scheme.Sports, LeadMonths: 12),
        new(DateOnly.MinValue, NoticeKind.OneYear, NoticeRoute.PrefectureToMember, Scheme.Occupational, LeadMonths: 12),
        new(DateOnly.MinValue, NoticeKind.OneYear, NoticeRoute.PrefectureToMember, Scheme.Sports, LeadMonths: 12),
        new(DateOnly.MinValue, NoticeKind.FourMonths, NoticeRoute.ListForDesk, Scheme.Occupational, LeadMonths: 4),
        new(DateOnly.MinValue, NoticeKind.FourMonths, NoticeRoute.ListForDesk, Scheme.Sports, LeadMonths: 4),
        new(DateOnly.MinValue, NoticeKind.FourMonths, NoticeRoute.DeskToPhysician, Scheme.Occupational, LeadMonths: 4),
        new(DateOnly.MinValue, NoticeKind.FourMonths, NoticeRoute.DeskToPhysician, Scheme.Sports, LeadMonths: 4),
    ];

    /// <summary>Which terms are in the window on a day: those that end from that day until their horizon.</summary>
    public static IReadOnlyList<RenewalWindow> WindowsOn(DateOnly day) =>
    [
        .. Versions
            .Where(rule => rule.Since <= day)
            .GroupBy(rule => (rule.Kind, rule.Route, rule.Scheme))
            .Select(versions => versions.MaxBy(rule => rule.Since))
            .OfType<RenewalNoticeRule>()
            .SelectMany(rule => rule.LeadMonths is { } lead
                ? new[] { new RenewalWindow(rule.Kind, rule.Route, rule.Scheme, lead, day.FurthestWithin(lead)) }
                : []),
    ];
}

/// <summary>The terms a notice is due for on a day, a missed day included, because the window opens at the lead and closes with the term.</summary>
/// <param name="Horizon">The last end of a term that is due.</param>
public sealed record RenewalWindow(NoticeKind Kind, NoticeRoute Route, Scheme Scheme, int LeadMonths, DateOnly Horizon);
