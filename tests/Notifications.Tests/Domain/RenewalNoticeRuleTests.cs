using FsCheck.Xunit;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

public sealed class RenewalNoticeRuleTests
{
    [Theory]
    [InlineData("2026-03-31", "2027-03-31", true)]
    [InlineData("2026-03-30", "2027-03-31", false)]
    [InlineData("2027-02-28", "2028-02-29", true)]
    [InlineData("2027-02-27", "2028-02-29", false)]
    [InlineData("2028-02-28", "2029-02-28", true)]
    [InlineData("2028-02-29", "2029-02-28", true)]
    [InlineData("2028-02-29", "2029-03-01", false)]
    public void The_one_year_notice_is_due_from_the_day_a_year_before_N1(string day, string validTo, bool due) =>
        Assert.Equal(due, IsDue(NoticeKind.OneYear, day, validTo));

    [Theory]
    [InlineData("2026-11-30", "2027-03-31", true)]
    [InlineData("2026-11-29", "2027-03-31", false)]
    [InlineData("2027-02-28", "2027-06-30", true)]
    [InlineData("2027-02-27", "2027-06-30", false)]
    [InlineData("2027-02-28", "2027-07-01", false)]
    [InlineData("2028-02-28", "2028-06-29", false)]
    [InlineData("2028-02-29", "2028-06-29", true)]
    public void The_four_month_notice_is_due_from_the_day_four_months_before_N2(string day, string validTo, bool due) =>
        Assert.Equal(due, IsDue(NoticeKind.FourMonths, day, validTo));

    [Property]
    public bool The_horizon_is_the_last_end_whose_lead_has_begun(int day, int ahead, byte months)
    {
        var (on, lead) = (Day(day), months % 25);
        var validTo = on.AddDays(Math.Abs(ahead % 1_000));

        return validTo <= on.FurthestWithin(lead) == validTo.MonthsAfter(-lead) <= on;
    }

    [Fact]
    public void Both_schemes_have_both_notices_Q14() => Assert.Equal(
        from scheme in Enum.GetValues<Scheme>()
        from kind in new[]
        {
            NoticeKind.OneYear, NoticeKind.FourMonths,
            NoticeKind.MissingAtTwelve, NoticeKind.MissingAtSix, NoticeKind.MissingAtFour, NoticeKind.MissingAtTwo,
        }
        select (scheme, kind),
        RenewalNoticeRule.WindowsOn(new(2026, 4, 1), []).Select(it => (it.Scheme, it.Kind)).Distinct().Order());

    private static bool IsDue(NoticeKind kind, string day, string validTo) =>
        RenewalNoticeRule.WindowsOn(DateOnly.Parse(day, null), []).Where(it => it.Kind == kind).All(it => DateOnly.Parse(validTo, null) <= it.Horizon);

    private static DateOnly Day(int number) => new DateOnly(2020, 1, 1).AddDays(Math.Abs(number % 10_000));
}
