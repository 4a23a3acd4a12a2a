using Mamis.Kernel;
using Mamis.Notifications.Domain.Leads;

namespace Mamis.Notifications.Domain;

/// <summary>How long before the end of a term what is told by whom (N1, N2, N5), with the day the rule took effect.</summary>
/// <param name="LeadMonths">Null from the day on which this notice is no longer given.</param>
/// <param name="UntilMonths">With so many months left the next notice takes over; whoever is known late gets one of them and not all.</param>
public sealed record RenewalNoticeRule(
    DateOnly Since, NoticeKind Kind, NoticeRoute Route, Scheme Scheme, int? LeadMonths, int? UntilMonths = null)
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
        .. MissingCredits(Scheme.Occupational),
        .. MissingCredits(Scheme.Sports),
    ];

    /// <summary>Which terms are in the window on a day: those that end from that day until their horizon.</summary>
    /// <param name="own">Associations that tell earlier or later than all others on that day, or not at all.</param>
    public static IReadOnlyList<RenewalWindow> WindowsOn(DateOnly day, IReadOnlyList<OwnLead> own) =>
    [
        .. On(day).SelectMany(rule => rule.Windows(day, [.. own.Where(it => it.IsOf(rule.Kind, rule.Route, rule.Scheme))])),
        .. SpecialMeasureRule.WindowsOn(day),
    ];

    /// <summary>The lead of those who set none of their own; null where the notice is not given.</summary>
    public static int? LeadForAll(NoticeKind kind, Scheme scheme, DateOnly day) =>
        On(day).FirstOrDefault(it => (it.Kind, it.Scheme) == (kind, scheme))?.LeadMonths;

    private static IEnumerable<RenewalNoticeRule> On(DateOnly day) => Versions
        .Where(rule => rule.Since <= day)
        .GroupBy(rule => (rule.Kind, rule.Route, rule.Scheme))
        .Select(versions => versions.MaxBy(rule => rule.Since))
        .OfType<RenewalNoticeRule>();

    private IEnumerable<RenewalWindow> Windows(DateOnly day, IReadOnlyList<OwnLead> own) =>
    [
        .. LeadMonths is { } forAll ? [Window(forAll, day) with { Others = string.Join(',', own.Select(it => it.Association).Order(StringComparer.Ordinal)) }] : (RenewalWindow[])[],
        .. own.Where(it => it.LeadMonths != LeadTimeRule.Left).Select(it => Window(it.LeadMonths, day) with { Association = it.Association }),
    ];

    private RenewalWindow Window(int lead, DateOnly day) => new(Kind, Route, Scheme, lead, NearestOn(day), day.FurthestWithin(lead));

    private DateOnly NearestOn(DateOnly day) => UntilMonths is { } until ? day.FurthestWithin(until).AddDays(1) : day;

    private static IEnumerable<RenewalNoticeRule> MissingCredits(Scheme scheme) =>
    [
        new(DateOnly.MinValue, NoticeKind.MissingAtTwelve, NoticeRoute.JmaToPhysician, scheme, LeadMonths: 12, UntilMonths: 6),
        new(DateOnly.MinValue, NoticeKind.MissingAtSix, NoticeRoute.JmaToPhysician, scheme, LeadMonths: 6, UntilMonths: 4),
        new(DateOnly.MinValue, NoticeKind.MissingAtFour, NoticeRoute.JmaToPhysician, scheme, LeadMonths: 4, UntilMonths: 2),
        new(DateOnly.MinValue, NoticeKind.MissingAtTwo, NoticeRoute.JmaToPhysician, scheme, LeadMonths: 2),
    ];
}

/// <summary>The terms a notice is due for on a day, a missed day included, because the window opens at the lead and closes with the term.</summary>
/// <param name="Nearest">The first end of a term that is due.</param>
/// <param name="Horizon">The last one.</param>
/// <param name="Deadline">From which the lead counts back; null where that is the end of the term.</param>
/// <param name="Association">Who alone tells after it; null for all others.</param>
/// <param name="Others">Those who tell after a window of their own, or not at all; separated by commas.</param>
public sealed record RenewalWindow(
    NoticeKind Kind, NoticeRoute Route, Scheme Scheme, int LeadMonths, DateOnly Nearest, DateOnly Horizon, DateOnly? Deadline = null,
    string? Association = null, string Others = "");
