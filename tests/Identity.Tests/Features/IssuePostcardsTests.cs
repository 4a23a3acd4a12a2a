using Mamis.Identity.Domain;
using Mamis.Identity.Features.Postcards;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features;

public sealed class IssuePostcardsTests
{
    private static readonly DateOnly Expires = new(2027, 1, 21);

    private readonly Scenario<Physician> _physician = new();

    [Fact]
    public void Who_has_no_account_gets_a_postcard_A2() => _physician
        .Given(Registered)
        .When(it => IssuePostcards.Decide(it, On(Today)))
        .Then(new ProvisionalLoginIssued(Expires, Clerk));

    [Fact]
    public void A_postcard_is_good_through_its_last_day() => _physician
        .Given(Registered, new ProvisionalLoginIssued(Today, Clerk))
        .When(it => IssuePostcards.Decide(it, On(Today)))
        .ThenNothing();

    [Fact]
    public void The_day_after_another_postcard_is_made_out() => _physician
        .Given(Registered, new ProvisionalLoginIssued(Today.AddDays(-1), Clerk))
        .When(it => IssuePostcards.Decide(it, On(Today)))
        .Then(new ProvisionalLoginIssued(Expires, Clerk));

    [Fact]
    public void Who_is_active_needs_none() => _physician
        .Given(Registered, new MyPageActivated())
        .When(it => IssuePostcards.Decide(it, On(Today)))
        .ThenRefused("MY_PAGE_ACTIVE");

    [Fact]
    public void Nobody_unknown_gets_one() => _physician
        .When(it => IssuePostcards.Decide(it, On(Today)))
        .ThenRefused("PHYSICIAN_UNKNOWN");

    private static IssuePostcards.Command On(DateOnly today) => new(Expires, Clerk, today);
}
