using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

/// <summary>Missing credits at twelve, six, four and two months (N5): each window opens on its lead day and closes where the next one opens.</summary>
public sealed class MissingCreditsWindowTests
{
    [Theory]
    [InlineData("2026-03-30", null)]
    [InlineData("2026-03-31", NoticeKind.MissingAtTwelve)]
    [InlineData("2026-09-29", NoticeKind.MissingAtTwelve)]
    [InlineData("2026-09-30", NoticeKind.MissingAtSix)]
    [InlineData("2026-11-29", NoticeKind.MissingAtSix)]
    [InlineData("2026-11-30", NoticeKind.MissingAtFour)]
    [InlineData("2027-01-30", NoticeKind.MissingAtFour)]
    [InlineData("2027-01-31", NoticeKind.MissingAtTwo)]
    [InlineData("2027-03-31", NoticeKind.MissingAtTwo)]
    [InlineData("2027-04-01", null)]
    public void On_every_day_of_the_last_year_one_of_them_is_due_N5(string day, NoticeKind? kind)
    {
        var validTo = new DateOnly(2027, 3, 31);
        var due = RenewalNoticeRule.WindowsOn(DateOnly.Parse(day, null), [])
            .Where(it => it.Kind.AsksForCredits() && it.Scheme is Scheme.Occupational && it.Nearest <= validTo && validTo <= it.Horizon)
            .Select(it => (NoticeKind?)it.Kind);

        Assert.Equal(kind, due.SingleOrDefault());
    }

    [Fact]
    public void No_day_and_no_end_of_a_term_have_two_of_them_or_fall_between_two_N5()
    {
        var days = Enumerable.Range(0, 800).Select(new DateOnly(2027, 1, 1).AddDays);

        Assert.All(days, day =>
        {
            var windows = RenewalNoticeRule.WindowsOn(day, []).Where(it => it.Kind.AsksForCredits() && it.Scheme is Scheme.Sports).OrderBy(it => it.Nearest).ToArray();

            Assert.Equal(day, windows[0].Nearest);
            Assert.Equal(day.FurthestWithin(12), windows[^1].Horizon);
            Assert.All(windows.Zip(windows.Skip(1)), it => Assert.Equal(it.First.Horizon.AddDays(1), it.Second.Nearest));
        });
    }
}
