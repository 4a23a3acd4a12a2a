using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

/// <summary>14, 7 and 1 days before the deadline of a desk, and once it has passed (N5).</summary>
public sealed class DeskDeadlineRuleTests
{
    private static readonly DateOnly Deadline = new(2026, 12, 20);

    [Theory]
    [InlineData(15, null)]
    [InlineData(14, 14)]
    [InlineData(8, 14)]
    [InlineData(7, 7)]
    [InlineData(2, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, DeskDeadlineRule.Overdue)]
    [InlineData(-60, DeskDeadlineRule.Overdue)]
    public void The_latest_step_whose_day_came_is_due_and_the_deadline_itself_is_in_time_N5(int daysBefore, int? step) =>
        Assert.Equal(step, DeskDeadlineRule.On(Deadline).DueOn(Deadline, Deadline.AddDays(-daysBefore)));

    [Theory]
    [InlineData("13-001", "13")]
    [InlineData("13", "JMA")]
    [InlineData("JMA", null)]
    public void The_desk_above_hears_of_an_overdue_one_N5(string desk, string? above) => Assert.Equal(above, DeskDeadlineRule.Above(desk));
}
