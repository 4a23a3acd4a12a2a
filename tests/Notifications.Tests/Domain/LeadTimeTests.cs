using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Domain.Leads;
using Mamis.Notifications.Features.Leads;

namespace Mamis.Notifications.Tests.Domain;

public sealed class LeadTimeTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Tomorrow = new(2026, 11, 24);
    private static readonly StaffId Clerk = new(new Guid("0199a000-0000-7000-8000-0000000000c1"));

    [Theory]
    [InlineData("JMA", NoticeKind.OneYear, 9, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("JMA", NoticeKind.OneYear, 10)]
    [InlineData("JMA", NoticeKind.OneYear, 18)]
    [InlineData("JMA", NoticeKind.OneYear, 19, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("JMA", NoticeKind.OneYear, 0, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("01", NoticeKind.OneYear, 6, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("01", NoticeKind.OneYear, 7)]
    [InlineData("01", NoticeKind.OneYear, 18)]
    [InlineData("01", NoticeKind.OneYear, 19, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("01", NoticeKind.OneYear, 0)]
    [InlineData("01", NoticeKind.FourMonths, 3)]
    [InlineData("13-001", NoticeKind.FourMonths, 2, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("13-001", NoticeKind.FourMonths, 3)]
    [InlineData("13-001", NoticeKind.FourMonths, 9)]
    [InlineData("13-001", NoticeKind.FourMonths, 10, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("13-001", NoticeKind.FourMonths, 0, "LEAD_TIME_OUT_OF_RANGE")]
    [InlineData("13-001", NoticeKind.OneYear, 12, "LEAD_TIME_KIND_UNKNOWN")]
    [InlineData("JMA", NoticeKind.FourMonths, 4, "LEAD_TIME_KIND_UNKNOWN")]
    [InlineData("JMA", NoticeKind.MissingAtSix, 6, "LEAD_TIME_KIND_UNKNOWN")]
    public void Each_tier_has_its_notices_and_their_bounds(string association, NoticeKind kind, int months, params string[] codes) =>
        Assert.Equal(codes, Decide(new(), months, Tomorrow, association, kind).Refusals.Select(it => it.Code));

    [Theory]
    [InlineData("2026-11-23", "LEAD_TIME_SINCE_TOO_EARLY")]
    [InlineData("2026-11-24")]
    [InlineData("2028-11-23")]
    [InlineData("2028-11-24", "LEAD_TIME_SINCE_TOO_LATE")]
    public void It_holds_from_tomorrow_on_and_begins_within_two_years(string since, params string[] codes) =>
        Assert.Equal(codes, Decide(new(), 5, DateOnly.Parse(since, null)).Refusals.Select(it => it.Code));

    [Fact]
    public void Everything_that_is_missing_is_named_at_once() => Assert.Equal(
        ["LEAD_TIME_KIND_UNKNOWN", "LEAD_TIME_SCHEME_UNKNOWN", "LEAD_TIME_SINCE_MISSING"],
        SetLeadTime.Decide(new(), new("13-001", null, null, 5, null, Clerk, Today)).Refusals.Select(it => it.Code));

    [Fact]
    public void The_same_twice_is_set_once_and_the_later_of_two_for_a_day_holds()
    {
        var leads = After(Set(5, Tomorrow), Set(6, Tomorrow.AddDays(9)), Set(null, Tomorrow));

        Assert.Empty(Decide(leads, null, Tomorrow).Events);
        Assert.Equal([Set(5, Tomorrow)], Decide(leads, 5, Tomorrow).Events);
        Assert.Null(leads.On(Today, NoticeKind.FourMonths, Scheme.Occupational));
        Assert.Equal((null, 6), (LeadOn(leads, Tomorrow.AddDays(8)), LeadOn(leads, Tomorrow.AddDays(9))));
        Assert.Null(leads.On(Tomorrow, NoticeKind.FourMonths, Scheme.Sports));
    }

    [Fact]
    public void Who_differs_has_a_window_of_its_own_and_is_left_out_of_that_of_all_others_N2()
    {
        var windows = Windows(NoticeRoute.ListForDesk, Own("13-001", NoticeKind.FourMonths, 6), Own("13", NoticeKind.FourMonths, 3));

        Assert.Equal(
            [(null, "13,13-001", 4, new(2027, 3, 23)), ("13-001", string.Empty, 6, new DateOnly(2027, 5, 23)), ("13", string.Empty, 3, new(2027, 2, 23))],
            windows.Select(it => (it.Association, it.Others, it.LeadMonths, it.Horizon)));
    }

    [Fact]
    public void Who_does_not_tell_has_no_window_and_the_JMA_tells_as_before_N1()
    {
        var own = Own("01", NoticeKind.OneYear, LeadTimeRule.Left);

        Assert.Equal([(null, "01")], Windows(NoticeRoute.PrefectureToMember, own).Select(it => (it.Association, it.Others)));
        Assert.Equal((null, string.Empty), Windows(NoticeRoute.JmaToPhysician, own).Where(it => it.Kind is NoticeKind.OneYear).Select(it => (it.Association, it.Others)).Single());
    }

    private static IEnumerable<RenewalWindow> Windows(NoticeRoute route, params OwnLead[] own) =>
        RenewalNoticeRule.WindowsOn(Today, own).Where(it => it.Route == route && it.Scheme is Scheme.Occupational);

    private static OwnLead Own(string association, NoticeKind kind, int months) =>
        new() { Association = association, Kind = kind, Scheme = Scheme.Occupational, LeadMonths = months };

    private static Decision Decide(
        LeadTimes leads, int? months, DateOnly since, string association = "13-001", NoticeKind kind = NoticeKind.FourMonths) =>
        SetLeadTime.Decide(leads, new(association, kind, Scheme.Occupational, months, since, Clerk, Today));

    private static LeadTimeSet Set(int? months, DateOnly since) => new("13-001", NoticeKind.FourMonths, Scheme.Occupational, months, since, Clerk);

    private static LeadTimes After(params LeadTimeSet[] events) => events.Aggregate(new LeadTimes(), static (leads, e) => leads.Evolve(e));

    private static int? LeadOn(LeadTimes leads, DateOnly day) => leads.On(day, NoticeKind.FourMonths, Scheme.Occupational)?.LeadMonths;
}
