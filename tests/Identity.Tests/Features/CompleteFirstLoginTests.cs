using Mamis.Identity.Domain;
using Mamis.Identity.Features;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features;

public sealed class CompleteFirstLoginTests
{
    private static readonly CompleteFirstLogin.Command Right = new(
        IdentityConfirmed: true, Terms: "2025-04-01", CurrentTerms: "2025-04-01", InputReasons: [], EmailChanged: false);

    private readonly Scenario<Physician> _physician = new();

    [Fact]
    public void Consent_and_identity_activate_the_my_page_at_once_A1() => _physician
        .Given(Registered)
        .When(it => CompleteFirstLogin.Decide(it, Right))
        .Then(new ConsentGiven("2025-04-01"), new MyPageActivated());

    [Fact]
    public void A_new_email_address_is_told_without_the_address() => _physician
        .Given(Registered)
        .When(it => CompleteFirstLogin.Decide(it, Right with { EmailChanged = true }))
        .Then(new PersonalDataChanged([PersonalItem.Email]), new ConsentGiven("2025-04-01"), new MyPageActivated());

    [Fact]
    public void Everything_wrong_is_said_at_once() => _physician
        .Given(Registered)
        .When(it => CompleteFirstLogin.Decide(it, Right with
        {
            IdentityConfirmed = false,
            Terms = "2020-01-01",
            InputReasons = [Refusals.EmailInvalid, Refusals.PasswordTooShort],
        }))
        .ThenRefused("IDENTITY_NOT_CONFIRMED", "TERMS_NOT_CURRENT", "EMAIL_INVALID", "PASSWORD_TOO_SHORT");

    [Fact]
    public void A_second_first_login_is_refused_and_so_cannot_set_another_password() => _physician
        .Given(Registered, new MyPageActivated())
        .When(it => CompleteFirstLogin.Decide(it, Right))
        .ThenRefused("MY_PAGE_ACTIVE");
}
