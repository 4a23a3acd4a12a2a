using Mamis.Identity.Domain;
using Mamis.Identity.Features.Memberships;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features.Memberships;

public sealed class LeaveAssociationTests
{
    private readonly Scenario<Physician> _physician = new();

    [Theory]
    [InlineData("JMA", "13-001", "13")]
    [InlineData("13", "13-001", null)]
    [InlineData("13-001", null, null)]
    public void A_membership_ends_with_those_that_need_it(string association, string? county, string? prefecture) => _physician
        .Given(Registered, Set(new("13-001", "13", true, "27")))
        .When(it => LeaveAssociation.Decide(it, From(association)))
        .Then(new MembershipChanged(MembershipChange.Left, association, Today, county, prefecture, false, "27", Clerk));

    [Fact]
    public void The_desk_of_who_left_the_county_is_the_prefecture_of_the_workplace()
    {
        var left = new Physician().Evolve(Set(Member)).Evolve(new MembershipChanged(MembershipChange.Left, "13-001", Today, null, null, false, "27", Clerk));

        Assert.Equal("27", left.Standing?.Desk);
    }

    [Theory]
    [InlineData("13-002")]
    [InlineData("13")]
    [InlineData("JMA")]
    public void Who_is_no_member_cannot_leave(string association) => _physician
        .Given(Registered, Set(new("13-001", null, false, "27")))
        .When(it => LeaveAssociation.Decide(it, From(association)))
        .ThenRefused("NOT_A_MEMBER");

    [Fact]
    public void A_membership_ends_today_at_the_latest() => _physician
        .Given(Registered, Set(new("13-001", null, false, "27")))
        .When(it => LeaveAssociation.Decide(it, From("13-001") with { Since = Today.AddDays(1) }))
        .ThenRefused("DAY_IN_FUTURE");

    private static LeaveAssociation.Command From(string association) => new(association, Today, Today, Clerk);
}
