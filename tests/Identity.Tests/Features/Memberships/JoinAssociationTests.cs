using Mamis.Identity.Domain;
using Mamis.Identity.Features.Memberships;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features.Memberships;

public sealed class JoinAssociationTests
{
    private readonly Scenario<Physician> _physician = new();

    [Fact]
    public void A_county_takes_in_a_non_member_who_stays_outside_the_tiers_above() => _physician
        .Given(Registered, Set(new(null, null, false, "27")))
        .When(it => JoinAssociation.Decide(it, By("13-001")))
        .Then(new MembershipChanged(MembershipChange.Joined, "13-001", Today, "13-001", null, false, "27", Clerk));

    [Fact]
    public void Within_a_prefecture_a_transfer_keeps_the_memberships_above() => _physician
        .Given(Registered, Set(new("13-001", "13", true, "27")))
        .When(it => JoinAssociation.Decide(it, By("13-002")))
        .Then(new MembershipChanged(MembershipChange.Transferred, "13-002", Today, "13-002", "13", true, "27", Clerk));

    [Fact]
    public void A_transfer_to_another_prefecture_ends_them_until_that_one_takes_the_physician_in() => _physician
        .Given(Registered, Set(new("13-001", "13", true, "27")))
        .When(it => JoinAssociation.Decide(it, By("27-001")))
        .Then(new MembershipChanged(MembershipChange.Transferred, "27-001", Today, "27-001", null, false, "27", Clerk));

    [Fact]
    public void The_prefecture_takes_in_a_member_of_its_county() => _physician
        .Given(Registered, Set(new("13-001", null, false, "27")))
        .When(it => JoinAssociation.Decide(it, By("13")))
        .Then(new MembershipChanged(MembershipChange.Joined, "13", Today, "13-001", "13", false, "27", Clerk));

    [Theory]
    [InlineData(null)]
    [InlineData("27-001")]
    public void The_prefecture_takes_in_nobody_without_a_county_of_its_own(string? county) => _physician
        .Given(Registered, Set(new(county, null, false, "13")))
        .When(it => JoinAssociation.Decide(it, By("13")))
        .ThenRefused("COUNTY_MEMBERSHIP_FIRST");

    [Fact]
    public void The_JMA_takes_in_a_member_of_a_prefecture_and_nobody_else()
    {
        _physician.Given(Registered, Set(new("13-001", "13", false, "27")))
            .When(it => JoinAssociation.Decide(it, By("JMA")))
            .Then(new MembershipChanged(MembershipChange.Joined, "JMA", Today, "13-001", "13", true, "27", Clerk));
        new Scenario<Physician>().Given(Registered, Set(new("13-001", null, false, "27")))
            .When(it => JoinAssociation.Decide(it, By("JMA")))
            .ThenRefused("PREFECTURE_MEMBERSHIP_FIRST");
    }

    [Theory]
    [InlineData("13-001")]
    [InlineData("13")]
    [InlineData("JMA")]
    public void Joining_again_changes_nothing(string association) => _physician
        .Given(Registered, Set(new("13-001", "13", true, "27")))
        .When(it => JoinAssociation.Decide(it, By(association)))
        .ThenNothing();

    [Fact]
    public void A_membership_begins_today_at_the_latest() => _physician
        .Given(Registered, Set(new(null, null, false, "27")))
        .When(it => JoinAssociation.Decide(it, By("13-001") with { Since = Today.AddDays(1) }))
        .ThenRefused("DAY_IN_FUTURE");

    [Fact]
    public void Nobody_unknown_joins() => _physician
        .When(it => JoinAssociation.Decide(it, By("13-001")))
        .ThenRefused("PHYSICIAN_UNKNOWN");

    private static JoinAssociation.Command By(string association) => new(association, Today, Today, Clerk);
}
