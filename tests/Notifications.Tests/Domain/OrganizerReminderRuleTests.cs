using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

/// <summary>On the 14th and the 25th day without a list, and overdue from the 30th on, and no news after the 90th (P5).</summary>
public sealed class OrganizerReminderRuleTests
{
    private static readonly DateOnly LastDay = new(2026, 11, 1);

    [Theory]
    [InlineData(13, null)]
    [InlineData(14, 14)]
    [InlineData(24, 14)]
    [InlineData(25, 25)]
    [InlineData(29, 25)]
    [InlineData(30, 30)]
    [InlineData(90, 30)]
    [InlineData(91, null)]
    public void The_latest_step_whose_day_came_is_due_P5(int days, int? step) =>
        Assert.Equal(step, OrganizerReminderRule.On(LastDay).DueAfter(LastDay, LastDay.AddDays(days)));
}
