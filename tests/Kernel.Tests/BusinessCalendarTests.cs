using System.Globalization;

namespace Mamis.Kernel.Tests;

/// <summary>Legal dates are days in Asia/Tokyo, nine hours ahead of UTC.</summary>
public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData("2026-11-21T14:59:59Z", "2026-11-21")]
    [InlineData("2026-11-21T15:00:00Z", "2026-11-22")]
    [InlineData("2019-04-30T15:00:00Z", "2019-05-01")]
    public void A_day_begins_at_midnight_in_Tokyo(string instant, string day) =>
        Assert.Equal(Day(day), BusinessCalendar.DayOf(Instant(instant)));

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2028-02-29")]
    public void The_start_of_a_day_is_its_first_instant(string day)
    {
        var start = BusinessCalendar.StartOf(Day(day));

        Assert.Equal(Day(day), BusinessCalendar.DayOf(start));
        Assert.Equal(Day(day).AddDays(-1), BusinessCalendar.DayOf(start.AddTicks(-1)));
    }

    [Theory]
    [InlineData("2024-02-29", 5, "2029-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-29")]
    [InlineData("2027-02-28", 5, "2032-02-28")]
    public void Years_follow_the_calendar_V5_K8(string day, int years, string expected) =>
        Assert.Equal(Day(expected), Day(day).YearsAfter(years));

    [Theory]
    [InlineData("2029-05-31", 6, "2029-11-30")]
    [InlineData("2029-08-31", 6, "2030-02-28")]
    [InlineData("2029-05-30", 6, "2029-11-30")]
    public void Months_end_on_the_last_day_of_a_shorter_month_K9(string day, int months, string expected) =>
        Assert.Equal(Day(expected), Day(day).MonthsAfter(months));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
