using Mamis.Identity.Domain;
using Mamis.Identity.Features.Import;
using Mamis.Identity.Features.Postcards;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features;

public sealed class PostcardTests
{
    private static readonly DateOnly Expires = Today.AddDays(60);
    private static readonly ProvisionalLoginIssued Issued = new(Expires, Clerk);
    private static readonly PostcardReturned Returned = new(Today, Clerk);
    private static readonly PersonalDataChanged Moved = new([PersonalItem.Address]);
    private static readonly ReissuePostcard.Command SameAddress = new(Expires, AddressReasons: [], AddressChanged: false, Clerk);

    private readonly Scenario<Physician> _physician = new();

    [Fact]
    public void A_postcard_comes_back_today_or_before_and_once() => _physician
        .Given(Registered, Issued)
        .When(it => MarkPostcardReturned.Decide(it, On(Today.AddDays(1))))
        .ThenRefused("DAY_IN_FUTURE")
        .When(it => MarkPostcardReturned.Decide(it, On(Today)))
        .Then(Returned)
        .When(it => MarkPostcardReturned.Decide(it, On(Today)))
        .ThenNothing()
        .When(it => MarkPostcardReturned.Decide(it, On(Today.AddDays(-1))))
        .ThenRefused("POSTCARD_NOT_OUT");

    [Fact]
    public void None_comes_back_that_is_not_out_or_no_longer_needed()
    {
        new Scenario<Physician>().Given(Registered).When(it => MarkPostcardReturned.Decide(it, On(Today))).ThenRefused("POSTCARD_NOT_OUT");
        new Scenario<Physician>().Given(Registered, Issued, new MyPageActivated()).When(it => MarkPostcardReturned.Decide(it, On(Today))).ThenRefused("MY_PAGE_ACTIVE");
        new Scenario<Physician>().When(it => MarkPostcardReturned.Decide(it, On(Today))).ThenRefused("PHYSICIAN_UNKNOWN");
    }

    [Fact]
    public void A_batch_passes_over_who_waits_for_another_address() => _physician
        .Given(Registered, Issued, Returned)
        .When(it => IssuePostcards.Decide(it, new(Expires, Clerk, Today)))
        .ThenNothing()
        .Given(new PersonalDataChanged([PersonalItem.Email]))
        .When(it => IssuePostcards.Decide(it, new(Expires, Clerk, Today)))
        .ThenNothing()
        .Given(Moved)
        .When(it => IssuePostcards.Decide(it, new(Expires, Clerk, Today)))
        .Then(Issued);

    [Fact]
    public void Where_one_came_back_another_goes_to_another_address_only() => _physician
        .Given(Registered, Issued, Returned)
        .When(it => ReissuePostcard.Decide(it, SameAddress))
        .ThenRefused("POSTCARD_ADDRESS_SAME")
        .When(it => ReissuePostcard.Decide(it, SameAddress with { AddressChanged = true }))
        .Then(Moved, Issued)
        .When(it => ReissuePostcard.Decide(it, SameAddress))
        .Then(Issued);

    [Fact]
    public void Another_postcard_needs_an_address_and_nobody_active_needs_one()
    {
        var poor = SameAddress with { AddressReasons = [RowCodes.PostalCodeInvalid, RowCodes.AddressInvalid] };

        new Scenario<Physician>().Given(Registered).When(it => ReissuePostcard.Decide(it, poor)).ThenRefused("POSTAL_CODE_INVALID", "ADDRESS_INVALID");
        new Scenario<Physician>().Given(Registered, new MyPageActivated()).When(it => ReissuePostcard.Decide(it, SameAddress)).ThenRefused("MY_PAGE_ACTIVE");
        new Scenario<Physician>().When(it => ReissuePostcard.Decide(it, SameAddress)).ThenRefused("PHYSICIAN_UNKNOWN");
    }

    private static MarkPostcardReturned.Command On(DateOnly day) => new(day, Today, Clerk);
}
