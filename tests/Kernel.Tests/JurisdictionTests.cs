namespace Mamis.Kernel.Tests;

/// <summary>Who reaches whom (D4), and where a physician's desk is (domain.md 3.9).</summary>
public sealed class JurisdictionTests
{
    private static readonly Standing Member = new(County: "13-001", Prefecture: "13", Jma: true, WorkplacePrefecture: "14");
    private static readonly Standing CountyOnly = new(County: "13-001", Prefecture: null, Jma: false, WorkplacePrefecture: "14");
    private static readonly Standing NonMember = new(County: null, Prefecture: null, Jma: false, WorkplacePrefecture: "14");

    [Theory]
    [InlineData("13-001", true)]
    [InlineData("13-002", false)]
    [InlineData("14-001", false)]
    [InlineData("13", true)]
    [InlineData("14", false)]
    [InlineData("JMA", true)]
    [InlineData("", false)]
    [InlineData("ORG-001", false)]
    public void A_member_is_reached_by_the_own_county_its_prefecture_and_the_JMA(string association, bool reached) =>
        Assert.Equal(reached, Jurisdiction.Covers(association, Member));

    [Theory]
    [InlineData("14", true)]
    [InlineData("13", false)]
    [InlineData("14-001", false)]
    [InlineData("JMA", true)]
    public void A_non_member_is_reached_by_the_prefecture_of_the_workplace_and_the_JMA(string association, bool reached) =>
        Assert.Equal(reached, Jurisdiction.Covers(association, NonMember));

    [Fact]
    public void Anybody_with_the_county_flag_has_the_county_as_desk_Q17()
    {
        Assert.Equal("13-001", CountyOnly.Desk);
        Assert.Equal("13", CountyOnly.DeskPrefecture);
        Assert.Equal("14", NonMember.Desk);
    }

    [Theory]
    [InlineData("JMA", Tier.Jma)]
    [InlineData("01", Tier.Prefecture)]
    [InlineData("47", Tier.Prefecture)]
    [InlineData("00", null)]
    [InlineData("48", null)]
    [InlineData("13-001", Tier.County)]
    [InlineData("48-001", null)]
    [InlineData("13-0001", null)]
    [InlineData("１３", null)]
    [InlineData(null, null)]
    public void A_code_tells_its_tier(string? code, Tier? tier) => Assert.Equal(tier, Association.TierOf(code));
}
