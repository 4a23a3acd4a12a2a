using Mamis.Identity.Credentials;
using Mamis.Identity.Tokens;
using Mamis.Kernel;

namespace Mamis.Identity.Tests.Credentials;

public sealed class LimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(21, 2_048)]
    [InlineData(22, 3_600)]
    [InlineData(99, 3_600)]
    [InlineData(100, 86_400)]
    [InlineData(5_000, 86_400)]
    public void The_wait_doubles_to_an_hour_and_is_a_day_after_100_failures(int failures, int seconds) =>
        Assert.Equal(seconds, (int)LoginThrottle.WaitAfter(failures).TotalSeconds);

    [Theory]
    [InlineData("kgqx-2m9d-ab3c", "KGQX2M9DAB3C")]
    [InlineData(" ＫＧＱＸ 2M9D AB3C ", "KGQX2M9DAB3C")]
    [InlineData("Taro-Y@Example.invalid", "TARO-Y@EXAMPLE.INVALID")]
    public void How_a_login_is_typed_makes_no_difference(string typed, string key) => Assert.Equal(key, LoginName.KeyOf(typed));

    [Theory]
    [InlineData(Roles.Physician, 12 * 60, 7 * 24)]
    [InlineData(Roles.CountyStaff, 30, 12)]
    [InlineData(Roles.JmaStaff, 30, 12)]
    [InlineData(Roles.Organizer, 30, 12)]
    [InlineData(Roles.Enrolling, 60, 2)]
    public void Sessions_end_by_role(string role, int idleMinutes, int hours) =>
        Assert.Equal(new SessionLimits(TimeSpan.FromMinutes(idleMinutes), TimeSpan.FromHours(hours)), SessionLimits.Of(role));

    [Fact]
    public void Without_a_key_one_is_due_at_once() =>
        Assert.Equal((Now - SigningPlan.Skew, Now + SigningPlan.Signs), SigningPlan.Due([], Now));

    [Fact]
    public void The_next_key_is_published_before_it_signs()
    {
        var end = Now + SigningPlan.Ahead;

        Assert.Null(SigningPlan.Due([end], Now));
        Assert.Equal((end, end + SigningPlan.Signs), SigningPlan.Due([end], Now + TimeSpan.FromSeconds(1)));
        Assert.Null(SigningPlan.Due([end, end + SigningPlan.Signs], Now + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void After_a_long_sleep_a_key_signs_from_now() =>
        Assert.Equal((Now - SigningPlan.Skew, Now + SigningPlan.Signs), SigningPlan.Due([Now - TimeSpan.FromDays(9)], Now));
}
