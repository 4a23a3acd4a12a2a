using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>When the support centre is there, Monday to Friday in Asia/Tokyo, with the day the rule took effect.</summary>
public sealed record SupportHours(DateOnly Since, TimeOnly From, TimeOnly To)
{
    private static readonly SupportHours[] Versions =
    [
        new(Since: DateOnly.MinValue, From: new(10, 0), To: new(18, 0)),
    ];

    public static SupportHours On(DateOnly day) => Versions.Last(hours => hours.Since <= day);

    /// <summary>Whether somebody is there at an instant; the closing hour no longer counts.</summary>
    public static bool AreOpen(DateTimeOffset now)
    {
        var day = BusinessCalendar.DayOf(now);
        var (hours, time) = (On(day), now - BusinessCalendar.StartOf(day));

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && time >= hours.From.ToTimeSpan() && time < hours.To.ToTimeSpan();
    }
}
