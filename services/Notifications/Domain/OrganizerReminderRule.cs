namespace Mamis.Notifications.Domain;

/// <summary>After how many days without a list an organizer is reminded, and from when on it is overdue (P5), with the day the rule took effect.</summary>
/// <param name="Reminders">Each once; who was passed over is reminded with the latest step only.</param>
/// <param name="Overdue">From here on the prefecture's desk is told too.</param>
/// <param name="Until">After so many days nobody begins to remind: what the old system left open stands on the overdue list, and is no news.</param>
public sealed record OrganizerReminderRule(DateOnly Since, IReadOnlyList<int> Reminders, int Overdue, int Until)
{
    private static readonly OrganizerReminderRule[] Versions =
    [
        new(Since: DateOnly.MinValue, Reminders: [14, 25], Overdue: 30, Until: 90),
    ];

    public static OrganizerReminderRule On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    /// <summary>The step that is due by now; null before the first and when all is long past.</summary>
    /// <param name="lastDay">Of the training; the day after it is day 1.</param>
    public int? DueAfter(DateOnly lastDay, DateOnly today) => lastDay.AddDays(Until) < today
        ? null
        : Reminders.Append(Overdue).Where(it => lastDay.AddDays(it) <= today).Select(it => (int?)it).Max();
}
