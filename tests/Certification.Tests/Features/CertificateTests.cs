using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>How a certificate comes to its terms: rules V1 to V3, X4, X7 and X10.</summary>
public sealed class CertificateTests
{
    private static readonly DocumentId Statement = new(OtherEntry);

    private readonly Scenario<Certificate> _certificate = new();

    [Fact]
    public void A_late_renewal_still_follows_the_old_term_V2() => _certificate
        .Given(IssuedUntil(new(2020, 5, 30)))
        .When(it => RenewCertificate.Decide(it, new(Second, Today: new(2021, 3, 1))))
        .Then(new CertificateRenewed(Physician, Scheme.Occupational, "MO0000001", Second, new(2020, 5, 31), new(2025, 5, 30)))
        .When(it => RenewCertificate.Decide(it, new(Second, Today: new(2021, 3, 1)))).ThenNothing();

    [Fact]
    public void Nobody_renews_what_he_does_not_hold_OR1() => _certificate
        .When(it => RenewCertificate.Decide(it, new(Second, Today))).ThenRefused("CERT_NOT_HELD");

    [Fact]
    public void A_new_certificate_is_valid_for_five_years_from_the_day_the_JMA_set_V1_V3() => _certificate
        .When(it => IssueCertificate.Decide(it, New(First)))
        .Then(new CertificateIssued(Physician, Scheme.Occupational, "MO0000002", First, new(2026, 4, 1), new(2031, 3, 31)))
        .When(it => IssueCertificate.Decide(it, New(First))).ThenNothing();

    [Fact]
    public void After_a_loss_a_new_certificate_follows_in_the_same_stream_X9() => _certificate
        .Given(IssuedUntil(new(2019, 12, 31)))
        .When(it => IssueCertificate.Decide(it, New(Second)))
        .Then(new CertificateIssued(Physician, Scheme.Occupational, "MO0000002", Second, new(2026, 4, 1), new(2031, 3, 31)));

    [Fact]
    public void Of_two_imports_the_later_term_stays_whatever_their_order() => _certificate
        .When(it => TakeOver(it, new(2026, 5, 31)))
        .Then(new CertificateTakenOver(Physician, Scheme.Occupational, "S1", new(2021, 6, 1), new(2026, 5, 31)))
        .When(it => TakeOver(it, new(2026, 5, 31))).ThenNothing()
        .When(it => TakeOver(it, new(2021, 5, 31))).ThenNothing();

    [Theory]
    [InlineData("2029-11-30", true)]
    [InlineData("2029-12-01", false)]
    public void Grace_is_over_six_months_after_the_last_day_X7(string today, bool granted)
    {
        var asked = _certificate
            .Given(IssuedUntil(new(2029, 5, 31)))
            .When(it => GrantGrace.Decide(it, new(Statement, JmaClerk, DateOnly.Parse(today))));

        _ = granted
            ? asked.Then(new GraceGranted(new(2029, 11, 30), Statement, JmaClerk))
            : asked.ThenRefused("CERT_EXPIRED");
    }

    [Fact]
    public void Grace_is_granted_once_a_term_and_not_for_sports_K11()
    {
        _certificate
            .Given(IssuedUntil(new(2029, 5, 31)), new GraceGranted(new(2029, 11, 30), Statement, JmaClerk))
            .When(it => GrantGrace.Decide(it, new(Statement, JmaClerk, new(2029, 7, 1)))).ThenNothing();

        new Scenario<Certificate>()
            .Given(IssuedUntil(new(2029, 5, 31), Scheme.Sports))
            .When(it => GrantGrace.Decide(it, new(Statement, JmaClerk, new(2029, 7, 1)))).ThenRefused("GRACE_NOT_OFFERED");
    }

    [Theory]
    [InlineData("2021-05-31", CertificateState.NotYetValid)]
    [InlineData("2021-06-01", CertificateState.Valid)]
    [InlineData("2026-05-31", CertificateState.Valid)]
    [InlineData("2026-06-01", CertificateState.SpecialMeasure)]
    [InlineData("2028-04-30", CertificateState.SpecialMeasure)]
    [InlineData("2028-05-01", CertificateState.Expired)]
    public void Verification_tells_the_state_on_a_day_X1(string on, CertificateState expected) => Assert.Equal(
        expected, CertificateStates.On(DateOnly.Parse(on), Scheme.Occupational, [new() { ValidFrom = new(2021, 6, 1), ValidTo = new(2026, 5, 31) }], suspensions: []));

    private static IssueCertificate.Command New(ApplicationKey application) =>
        new(Physician, Scheme.Occupational, application, "MO0000002", CertifiedOn: new(2026, 4, 1));

    private static Decision TakeOver(Certificate it, DateOnly validTo) => TakeOverCertificate.Decide(
        it, new(Physician, Scheme.Occupational, "S1", new(validTo.AddYears(-5).AddDays(1), validTo)));
}
