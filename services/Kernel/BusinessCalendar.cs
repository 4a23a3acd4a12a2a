namespace Mamis.Kernel;

/// <summary>Legal dates: what day it is in Japan, and how years and months are counted. The only place that does.</summary>
public static class BusinessCalendar
{
    /// <summary>Asia/Tokyo, for what has to happen at a time of day there.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>The day in Asia/Tokyo at this moment.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The day in Asia/Tokyo on which an instant fell.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which a day begins in Asia/Tokyo.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The same day some years later; 29 February falls on 28 February where there is none (rule V5).</summary>
    public static DateOnly YearsAfter(this DateOnly day, int years) => day.AddYears(years);

    /// <summary>The same day some months later, or the last day of a shorter month (rule K9).</summary>
    public static DateOnly MonthsAfter(this DateOnly day, int months) => day.AddMonths(months);

    /// <summary>The last day that is at most these months ahead, counted back from it: in four months 28 February reaches 30 June.</summary>
    public static DateOnly FurthestWithin(this DateOnly day, int months)
    {
        var ahead = day.MonthsAfter(months);
        var endsMonth = day.AddDays(1).Day == 1;

        return endsMonth ? new DateOnly(ahead.Year, ahead.Month, DateTime.DaysInMonth(ahead.Year, ahead.Month)) : ahead;
    }
}
