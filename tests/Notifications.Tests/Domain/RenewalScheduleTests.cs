using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

public sealed class RenewalScheduleTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_day_is_due_at_six_in_Tokyo_and_not_a_minute_earlier()
    {
        Assert.Empty(RenewalSchedule.DaysDue(Today.AddDays(-1), At(Today, 5, 59)));
        Assert.Equal([Today], RenewalSchedule.DaysDue(Today.AddDays(-1), At(Today, 6, 0)));
    }

    [Fact]
    public void A_day_that_was_run_is_not_due_again() => Assert.Empty(RenewalSchedule.DaysDue(Today, At(Today, 23, 59)));

    [Fact]
    public void Missed_days_are_due_the_oldest_first() => Assert.Equal(
        [Today.AddDays(-3), Today.AddDays(-2), Today.AddDays(-1), Today], RenewalSchedule.DaysDue(Today.AddDays(-4), At(Today, 6, 0)));

    [Theory]
    [InlineData(31, 31)]
    [InlineData(32, 31)]
    [InlineData(4_000, 31)]
    public void No_more_than_a_month_is_made_up_for(int missed, int due)
    {
        var days = RenewalSchedule.DaysDue(Today.AddDays(-missed), At(Today, 6, 0));

        Assert.Equal((due, Today.AddDays(1 - due), Today), (days.Count, days[0], days[^1]));
    }

    [Fact]
    public void A_system_that_never_ran_begins_with_the_latest_day()
    {
        Assert.Equal([Today.AddDays(-1)], RenewalSchedule.DaysDue(null, At(Today, 5, 59)));
        Assert.Equal([Today], RenewalSchedule.DaysDue(null, At(Today, 6, 0)));
    }

    private static DateTimeOffset At(DateOnly day, int hour, int minute) => BusinessCalendar.StartOf(day) + new TimeSpan(hour, minute, 0);
}
