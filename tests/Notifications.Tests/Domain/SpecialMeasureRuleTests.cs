using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

/// <summary>Who is told of the end of the special measure, and when (rules X1 to X3, X11).</summary>
public sealed class SpecialMeasureRuleTests
{
    [Theory]
    [InlineData("2027-09-29", false)]
    [InlineData("2027-09-30", true)]
    [InlineData("2028-03-31", true)]
    [InlineData("2028-04-01", false)]
    public void The_holders_are_told_from_six_months_before_the_end_X2(string day, bool due) =>
        Assert.Equal(due, SpecialMeasureRule.WindowsOn(DateOnly.Parse(day, null)).Count == 1);

    [Theory]
    [InlineData("2020-01-31", false)]
    [InlineData("2020-02-01", true)]
    [InlineData("2027-12-31", true)]
    [InlineData("2028-01-01", false)]
    public void Certificates_that_expired_under_it_are_meant_and_not_those_still_valid_X1(string validTo, bool meant)
    {
        var window = Assert.Single(SpecialMeasureRule.WindowsOn(new(2028, 1, 1)));

        Assert.Equal(meant, window.Nearest <= DateOnly.Parse(validTo, null) && DateOnly.Parse(validTo, null) <= window.Horizon);
    }

    [Theory]
    [InlineData("2023-03-31", true)]
    [InlineData("2023-04-01", false)]
    public void Who_expired_by_March_2023_has_to_renew_twice_X3(string validTo, bool twice) =>
        Assert.Equal(twice, SpecialMeasureRule.On(Scheme.Occupational, new(2027, 10, 1))?.AsksTwice(DateOnly.Parse(validTo, null)));

    [Fact]
    public void The_measure_of_sports_is_over_X11() => Assert.Null(SpecialMeasureRule.On(Scheme.Sports, new(2027, 10, 1)));
}
