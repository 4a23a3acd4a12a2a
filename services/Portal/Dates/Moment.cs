using Mamis.Kernel;

namespace Mamis.Portal.Dates;

/// <summary>An instant as people read it: the day in Japan and the time of day there.</summary>
public static class Moment
{
    public static string Show(DateTimeOffset instant)
    {
        var day = BusinessCalendar.DayOf(instant);
        var time = instant - BusinessCalendar.StartOf(day);

        return Words.Say("date.moment", JapaneseDate.Show(day), time.Hours, time.Minutes.ToString("00", System.Globalization.CultureInfo.InvariantCulture));
    }
}
