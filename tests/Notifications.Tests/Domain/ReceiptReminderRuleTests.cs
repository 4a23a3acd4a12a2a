using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

/// <summary>After 14 and after 28 days at the first desk (N5).</summary>
public sealed class ReceiptReminderRuleTests
{
    private static readonly DateOnly Since = new(2026, 11, 1);

    [Theory]
    [InlineData(13, null)]
    [InlineData(14, 14)]
    [InlineData(27, 14)]
    [InlineData(28, 28)]
    [InlineData(300, 28)]
    public void The_latest_reminder_whose_day_came_is_due_N5(int days, int? reminder) =>
        Assert.Equal(reminder, ReceiptReminderRule.On(Since).DueAfter(Since, Since.AddDays(days)));

    [Fact]
    public void Nobody_is_looked_at_who_came_later_N5() =>
        Assert.Equal(Since, ReceiptReminderRule.On(Since).LatestSince(Since.AddDays(14)));
}
