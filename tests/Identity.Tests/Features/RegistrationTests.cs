using Mamis.Identity.Domain;
using Mamis.Identity.Features.Registrations;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features;

public sealed class RegistrationTests
{
    private static readonly RegisterSelf.Command Registering = new("27", "2025-04-01", "2025-04-01", []);
    private static readonly ConfirmRegistration.Command Confirming = new(RegistrationCheck.LicenceImage, Clerk);
    private static readonly ReturnRegistration.Command Returning = new([RegistrationFault.NameDiffers], Clerk);

    private readonly Scenario<Physician> _physician = new();

    [Fact]
    public void Who_has_no_postcard_registers_and_the_my_page_works_at_once_A2() => _physician
        .When(it => RegisterSelf.Decide(it, Registering))
        .Then(new SelfRegistered(), new StandingSet(null, null, false, "27"), new ConsentGiven("2025-04-01"), new MyPageActivated(SelfRegistered: true));

    [Fact]
    public void Terms_and_password_are_refused_together() => _physician
        .When(it => RegisterSelf.Decide(it, Registering with { Terms = "2020-01-01", PasswordReasons = [Refusals.PasswordTooShort] }))
        .ThenRefused("TERMS_NOT_CURRENT", "PASSWORD_TOO_SHORT");

    [Fact]
    public void One_physician_has_one_account_A6() => _physician
        .Given(Registered)
        .When(it => RegisterSelf.Decide(it, Registering))
        .ThenRefused("NUMBER_KNOWN");

    [Fact]
    public void The_desk_confirms_and_says_how_D6() => _physician
        .Given(new SelfRegistered())
        .When(it => ConfirmRegistration.Decide(it, Confirming))
        .Then(new RegistrationConfirmed(RegistrationCheck.LicenceImage, Clerk));

    [Fact]
    public void Confirming_again_changes_nothing() => _physician
        .Given(new SelfRegistered(), new RegistrationConfirmed(RegistrationCheck.LicenceImage, Clerk))
        .When(it => ConfirmRegistration.Decide(it, Confirming))
        .ThenNothing();

    [Fact]
    public void What_was_sent_back_is_confirmed_from_the_original_only()
    {
        _physician.Given(new SelfRegistered(), new RegistrationReturned([RegistrationFault.ImageUnreadable], Clerk))
            .When(it => ConfirmRegistration.Decide(it, Confirming))
            .ThenRefused("REGISTRATION_RETURNED");
        new Scenario<Physician>().Given(new SelfRegistered(), new RegistrationReturned([RegistrationFault.ImageUnreadable], Clerk))
            .When(it => ConfirmRegistration.Decide(it, Confirming with { How = RegistrationCheck.LicenceOriginal }))
            .Then(new RegistrationConfirmed(RegistrationCheck.LicenceOriginal, Clerk));
    }

    [Fact]
    public void Who_came_by_postcard_has_nothing_to_confirm() => _physician
        .Given(Registered)
        .When(it => ConfirmRegistration.Decide(it, Confirming))
        .ThenRefused("REGISTRATION_UNKNOWN");

    [Fact]
    public void It_is_sent_back_with_what_is_wrong()
    {
        _physician.Given(new SelfRegistered())
            .When(it => ReturnRegistration.Decide(it, Returning with { Faults = [] }))
            .ThenRefused("FAULTS_MISSING");
        var returned = Assert.Single(ReturnRegistration.Decide(new Physician().Evolve(new SelfRegistered()), Returning).Events);

        Assert.Equal([RegistrationFault.NameDiffers], Assert.IsType<RegistrationReturned>(returned).Faults);
    }

    [Fact]
    public void What_is_confirmed_is_neither_sent_back_nor_sent_anew()
    {
        var settled = new Physician().Evolve(new SelfRegistered()).Evolve(new RegistrationConfirmed(RegistrationCheck.LicenceImage, Clerk));

        Assert.Equal([Refusals.RegistrationSettled], ReturnRegistration.Decide(settled, Returning).Refusals);
        Assert.Equal([Refusals.RegistrationSettled], ResubmitRegistration.Decide(settled, new([], "27")).Refusals);
    }

    [Fact]
    public void Sent_anew_it_waits_again_with_what_was_corrected() => _physician
        .Given(new SelfRegistered(), new StandingSet(null, null, false, "27"), new RegistrationReturned([RegistrationFault.NameDiffers], Clerk))
        .When(it => ResubmitRegistration.Decide(it, new([], "13")))
        .Then(new RegistrationResubmitted(), new WorkplaceChanged(null, null, false, "13"));

    [Fact]
    public void A_correction_leaves_the_memberships_that_came_meanwhile() => _physician
        .Given(new SelfRegistered(), Set(new("13-001", null, false, "27")))
        .When(it => ResubmitRegistration.Decide(it, new([], "13")))
        .Then(new RegistrationResubmitted(), new WorkplaceChanged("13-001", null, false, "13"));
}
