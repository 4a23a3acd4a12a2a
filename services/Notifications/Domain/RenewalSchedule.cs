using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>When renewals run by themselves, and how far back missed days are made up for, with the day the rule took effect.</summary>
/// <param name="At">Time of day in Asia/Tokyo.</param>
/// <param name="MostDays">A notice stays due for months, so the latest of these runs finds what the days before them have missed as well.</param>
public sealed record RenewalSchedule(DateOnly Since, TimeOnly At, int MostDays)
{
    private static readonly RenewalSchedule[] Versions =
    [
        new(Since: DateOnly.MinValue, At: new(6, 0), MostDays: 31),
    ];

    public static RenewalSchedule On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    /// <summary>The days that have to be run by now, the oldest first; a system that never ran begins with the latest.</summary>
    public static IReadOnlyList<DateOnly> DaysDue(DateOnly? lastRun, DateTimeOffset now)
    {
        var today = BusinessCalendar.DayOf(now);
        var rules = On(today);
        var latest = now >= BusinessCalendar.StartOf(today) + rules.At.ToTimeSpan() ? today : today.AddDays(-1);
        var missed = lastRun is { } last ? latest.DayNumber - last.DayNumber : 1;
        var number = Math.Clamp(missed, 0, rules.MostDays);

        return [.. Enumerable.Range(1 - number, number).Select(latest.AddDays)];
    }
}
