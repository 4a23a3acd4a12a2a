using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.Certification.Features.Lapses;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>When a title is lost for want of a renewal: rule X8, with the days of OR6, SR3, X6, X7 and X11 on both sides.</summary>
public sealed class LapseTests
{
    private static readonly DocumentId Statement = new(OtherEntry);

    private readonly Scenario<Certificate> _certificate = new();

    [Theory]
    [InlineData(Scheme.Occupational, "2029-05-31", "2029-05-31", "OR6")]
    [InlineData(Scheme.Occupational, "2028-04-01", "2028-04-01", "OR6")]
    [InlineData(Scheme.Occupational, "2028-03-31", "2028-04-30", "X6")]
    [InlineData(Scheme.Occupational, "2020-02-01", "2028-04-30", "X6")]
    [InlineData(Scheme.Occupational, "2020-01-31", "2020-01-31", "OR6")]
    [InlineData(Scheme.Sports, "2024-01-01", "2024-01-01", "SR3")]
    [InlineData(Scheme.Sports, "2022-05-31", "2023-12-31", "X11")]
    public void A_title_is_held_to_the_last_day_for_a_renewal_and_lost_on_the_next_X8(Scheme scheme, string validTo, string lastDay, string rule)
    {
        var last = DateOnly.Parse(lastDay);

        _certificate
            .Given(IssuedUntil(DateOnly.Parse(validTo), scheme))
            .When(it => Lapse(it, last)).ThenNothing()
            .When(it => Lapse(it, last.AddDays(1))).Then(Lapsed(scheme, last, rule))
            .When(it => Lapse(it, last.AddDays(2))).ThenNothing();
    }

    [Fact]
    public void A_missed_day_gives_the_same_event_later_X8() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)))
        .When(it => Lapse(it, new(2031, 1, 1))).Then(Lapsed(Scheme.Occupational, new(2029, 5, 31), "OR6"));

    [Fact]
    public void A_grace_puts_the_loss_off_X7() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)), new GraceGranted(new(2029, 11, 30), Statement, JmaClerk))
        .When(it => Lapse(it, new(2029, 11, 30))).ThenNothing()
        .When(it => Lapse(it, new(2029, 12, 1))).Then(Lapsed(Scheme.Occupational, new(2029, 11, 30), "X7"));

    [Fact]
    public void A_grace_granted_after_the_loss_brings_the_title_back_until_it_is_over_X7() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)), Lapsed(Scheme.Occupational, new(2029, 5, 31), "OR6"))
        .When(it => GrantGrace.Decide(it, new(Statement, JmaClerk, new(2029, 7, 1)))).Then(new GraceGranted(new(2029, 11, 30), Statement, JmaClerk))
        .When(it => Lapse(it, new(2029, 12, 1))).Then(Lapsed(Scheme.Occupational, new(2029, 11, 30), "X7"));

    [Fact]
    public void Who_applied_in_time_loses_nothing_while_the_desks_decide_OR6() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)))
        .When(it => LapseCertificate.Decide(it, new(new(2029, 9, 1), RenewalPending: true))).ThenNothing();

    [Fact]
    public void A_renewal_granted_after_the_loss_follows_the_old_term_and_can_be_lost_in_its_turn_V2() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)), Lapsed(Scheme.Occupational, new(2029, 5, 31), "OR6"))
        .When(it => RenewCertificate.Decide(it, new(Second, new(2029, 9, 1))))
        .Then(new CertificateRenewed(Physician, Scheme.Occupational, "MO0000001", Second, new(2029, 6, 1), new(2034, 5, 31)))
        .When(it => Lapse(it, new(2034, 6, 1))).Then(Lapsed(Scheme.Occupational, new(2034, 5, 31), "OR6"));

    [Theory]
    [InlineData("2029-05-31", CertificateState.Valid)]
    [InlineData("2029-06-01", CertificateState.Lapsed)]
    [InlineData("2030-01-31", CertificateState.Lapsed)]
    [InlineData("2030-02-01", CertificateState.Valid)]
    [InlineData("2035-02-01", CertificateState.Expired)]
    public void Every_day_has_its_own_state_also_between_a_loss_and_a_new_certificate_X9(string on, CertificateState expected) => Assert.Equal(
        expected,
        CertificateStates.On(
            DateOnly.Parse(on),
            Scheme.Occupational,
            [
                new() { ValidFrom = new(2024, 6, 1), ValidTo = new(2029, 5, 31), LapsedOn = new(2029, 6, 1) },
                new() { ValidFrom = new(2030, 2, 1), ValidTo = new(2035, 1, 31) },
            ],
            suspensions: []));

    private static Decision Lapse(Certificate certificate, DateOnly today) =>
        LapseCertificate.Decide(certificate, new(today, RenewalPending: false));

    private static CertificateLapsed Lapsed(Scheme scheme, DateOnly lastDay, string rule) =>
        new(Physician, lastDay, rule, scheme is Scheme.Sports ? "sports-lateness-1" : "occupational-lateness-1");
}
