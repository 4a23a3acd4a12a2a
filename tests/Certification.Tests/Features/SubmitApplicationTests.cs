using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Features;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

public sealed class SubmitApplicationTests
{
    private readonly Scenario<Application> _application = new();

    [Fact]
    public void A_submission_names_the_counted_entries_the_fee_and_the_desks()
    {
        var counted = Eligibility.An.Credit(CreditCategory.LifeSpecial, 2) with { EntryId = Entry };
        var dropped = counted with { EntryId = OtherEntry };
        var evaluation = Evaluation() with { Credits = [new(counted, 2, Flag: null), new(dropped, 0, Flags.DuplicateCredit)] };

        _application.Given(Drafted()).When(it => Decide(it, evaluation: evaluation)).Then(Submitted());
    }

    [Fact]
    public void A_renewal_names_the_term_it_renews_and_a_first_application_none()
    {
        var end = new DateOnly(2026, 5, 31);
        var command = new SubmitApplication.Command(First, Physician, Today, Member, Evaluation(), PresentTermTo: end);

        _application.Given(Drafted()).When(it => SubmitApplication.Decide(it, command)).Then(Submitted() with { Entries = [], RenewsTermTo = end });
        new Scenario<Application>().Given(Drafted(ApplicationKind.New)).When(it => SubmitApplication.Decide(it, command))
            .Then(Submitted(kind: ApplicationKind.New) with { Entries = [] });
    }

    [Fact]
    public void Whoever_is_not_eligible_hears_every_reason_and_nothing_is_stored() => _application
        .Given(Drafted())
        .When(it => Decide(it, evaluation: Evaluation(Reasons.LicenceImageMissing, Reasons.RenewalTotalShort)))
        .ThenRefused("LICENSE_IMAGE_MISSING", "OCC_RENEWAL_TOTAL_SHORT");

    [Fact]
    public void A_registration_that_nobody_compared_with_the_licence_waits_for_that_A2() => _application
        .Given(Drafted())
        .When(it => SubmitApplication.Decide(it, new(First, Physician, Today, Member, Evaluation(), RegistrationUnchecked: true)))
        .ThenRefused("REGISTRATION_UNCHECKED");

    [Fact]
    public void A_non_member_goes_to_the_prefecture_of_the_workplace_and_the_JMA() =>
        Assert.Equal(["14", "JMA"], DeskRoute.Of(NonMember));

    [Fact]
    public void A_member_goes_to_the_county_its_prefecture_and_the_JMA_wherever_the_workplace_is() =>
        Assert.Equal([County, Prefecture, "JMA"], DeskRoute.Of(Member));

    [Fact]
    public void A_county_only_member_is_a_member_at_the_desk_Q17() =>
        Assert.Equal([County, Prefecture, "JMA"], DeskRoute.Of(Member with { Prefecture = null, Jma = false }));

    [Fact]
    public void A_corrected_application_is_a_new_round_and_keeps_its_desks_Q19() => _application
        .Given(Drafted(), Submitted(), AtCounty, Returned())
        .When(it => Decide(it, standing: NonMember))
        .Then(Submitted(round: 2) with { Entries = [] });

    [Fact]
    public void Submitting_twice_is_submitting_once() => _application
        .Given(Drafted(), Submitted())
        .When(it => Decide(it)).ThenNothing()
        .Given(AtCounty)
        .When(it => Decide(it)).ThenNothing();

    [Fact]
    public void Nobody_submits_what_another_one_drafted() => _application
        .Given(Drafted())
        .When(it => Decide(it, by: new(OtherEntry)))
        .ThenRefused("APPLICATION_UNKNOWN");

    [Fact]
    public void What_was_withdrawn_is_over() => _application
        .Given(Drafted(), new ApplicationWithdrawn(Physician))
        .When(it => Decide(it))
        .ThenRefused("APPLICATION_OVER");

    [Fact]
    public void What_does_not_exist_is_unknown() => _application.When(it => Decide(it)).ThenRefused("APPLICATION_UNKNOWN");

    [Fact]
    public void The_receipt_number_follows_from_the_application_and_tells_two_apart()
    {
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", First.ReceiptNumber);
        Assert.NotEqual(First.ReceiptNumber, Second.ReceiptNumber);
    }

    private static ApplicationReturned Returned() => new(Physician, County, CountyClerk, ["handbook"], Remark);

    private static Decision Decide(Application application, PhysicianId? by = null, Standing? standing = null, Answer? evaluation = null) =>
        SubmitApplication.Decide(application, new(First, by ?? Physician, Today, standing ?? Member, evaluation ?? Evaluation()));
}
