namespace Mamis.Notifications.Domain;

/// <summary>After how many days at the first desk an applicant is reminded of fee and handbook, with the day the rule took effect.</summary>
/// <param name="Days">Each once; who was passed over is reminded with the latest of them only.</param>
public sealed record ReceiptReminderRule(DateOnly Since, IReadOnlyList<int> Days)
{
    private static readonly ReceiptReminderRule[] Versions =
    [
        new(Since: DateOnly.MinValue, Days: [14, 28]),
    ];

    public static ReceiptReminderRule On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    /// <summary>The last day to have come to the desk for anything to be due.</summary>
    public DateOnly LatestSince(DateOnly today) => today.AddDays(-Days.Min());

    /// <summary>Which reminder it is by now; null before the first.</summary>
    public int? DueAfter(DateOnly since, DateOnly today) =>
        Days.Where(it => since.AddDays(it) <= today).Select(it => (int?)it).Max();
}
