using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>How many days before its deadline in an intake round a desk with open cases is reminded, with the day the rule took effect.</summary>
/// <param name="Before">Each once; a desk that was passed over is reminded with the latest step only.</param>
public sealed record DeskDeadlineRule(DateOnly Since, IReadOnlyList<int> Before)
{
    /// <summary>The step after the deadline, whose last day is still in time.</summary>
    public const int Overdue = -1;

    private static readonly DeskDeadlineRule[] Versions =
    [
        new(Since: DateOnly.MinValue, Before: [14, 7, 1]),
    ];

    public static DeskDeadlineRule On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    /// <summary>The step that is due by now: days before the deadline, or <see cref="Overdue"/>; null before the first.</summary>
    public int? DueOn(DateOnly deadline, DateOnly today) =>
        Before.Append(Overdue).Where(it => deadline.AddDays(-it) <= today).Select(it => (int?)it).Min();

    /// <summary>The desk that hears of an overdue one: county, prefecture, JMA; nobody is above the JMA.</summary>
    public static string? Above(string association) => Association.TierOf(association) switch
    {
        Tier.County => Association.PrefectureOf(association),
        Tier.Prefecture => Association.Jma,
        _ => null,
    };
}
