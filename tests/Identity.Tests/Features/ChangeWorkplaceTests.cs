using Mamis.Identity.Domain;
using Mamis.Identity.Features;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features;

public sealed class ChangeWorkplaceTests
{
    private static readonly ChangeWorkplace.Command Move = new("27", "架空病院", KnownName: "見本医院");

    private readonly Scenario<Physician> _physician = new();

    [Fact]
    public void The_event_carries_the_whole_standing_and_not_the_name() => _physician
        .Given(Registered, Set(Member))
        .When(it => ChangeWorkplace.Decide(it, Move))
        .Then(new WorkplaceChanged("13-001", "13", true, "27"));

    [Fact]
    public void The_desk_of_a_non_member_follows_the_workplace()
    {
        var moved = new Physician().Evolve(Set(NonMember)).Evolve(new WorkplaceChanged(null, null, false, "27"));

        Assert.Equal("27", moved.Standing?.Desk);
    }

    [Fact]
    public void The_same_workplace_again_changes_nothing() => _physician
        .Given(Registered, Set(Member), new WorkplaceChanged("13-001", "13", true, "27"))
        .When(it => ChangeWorkplace.Decide(it, Move with { KnownName = Move.Name }))
        .ThenNothing();

    [Theory]
    [InlineData("00")]
    [InlineData("48")]
    [InlineData("Tokyo")]
    public void A_prefecture_that_does_not_exist_is_refused_with_everything_else(string prefecture) => _physician
        .Given(Registered, Set(Member))
        .When(it => ChangeWorkplace.Decide(it, Move with { Prefecture = prefecture, Name = " " }))
        .ThenRefused("PREFECTURE_UNKNOWN", "WORKPLACE_NAME_INVALID");

    [Fact]
    public void Nobody_unknown_moves() => _physician
        .When(it => ChangeWorkplace.Decide(it, Move))
        .ThenRefused("PHYSICIAN_UNKNOWN");
}
