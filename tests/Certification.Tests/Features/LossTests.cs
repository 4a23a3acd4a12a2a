using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Features;
using Mamis.Certification.Features.Lapses;
using Mamis.Certification.Features.Losses;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>A title that is given up or taken away, with the day on both sides (X8).</summary>
public sealed class LossTests
{
    private static readonly DateOnly Later = new(2026, 4, 1);
    private static readonly DateOnly TermEnds = new(2029, 5, 31);

    private readonly Scenario<Certificate> _certificate = new();

    [Fact]
    public void A_resignation_names_a_day_to_come_and_made_twice_is_made_once() => _certificate
        .Given(IssuedUntil(TermEnds))
        .When(it => Resign(it, Later)).Then(Resigned(Later))
        .When(it => Resign(it, Later)).ThenNothing()
        .When(it => Resign(it, Later.AddDays(1))).ThenRefused("LOSS_DECIDED");

    [Fact]
    public void From_today_on_it_takes_effect_at_once_and_nothing_takes_it_back() => _certificate
        .Given(IssuedUntil(TermEnds))
        .When(it => Resign(it, Today.AddDays(-1))).ThenRefused("LOSS_DAY_PAST")
        .When(it => Resign(it, Today)).Then(Resigned(Today), Effect(LossGround.Resigned, Today))
        .When(it => Resign(it, Today)).ThenNothing()
        .When(it => Resign(it, Later)).ThenRefused("TITLE_LOST")
        .When(it => Keep(it, Today)).ThenRefused("LOSS_TOOK_EFFECT");

    [Fact]
    public void The_day_before_is_the_last_to_keep_the_title_after_all() => _certificate
        .Given(IssuedUntil(TermEnds), Resigned(Later))
        .When(it => Keep(it, Later)).ThenRefused("LOSS_TOOK_EFFECT")
        .When(it => Keep(it, Later.AddDays(-1))).Then(new ResignationWithdrawn(Physician, Scheme.Occupational))
        .When(it => Keep(it, Later.AddDays(-1))).ThenRefused("LOSS_NOT_DECIDED")
        .When(it => Resign(it, Later)).Then(Resigned(Later));

    [Fact]
    public void The_last_day_of_the_title_is_the_last_that_can_be_named() => new Scenario<Certificate>()
        .Given(IssuedUntil(TermEnds, Scheme.Sports))
        .When(it => Resign(it, TermEnds.AddDays(1))).ThenRefused("TITLE_ENDS_EARLIER")
        .When(it => Resign(it, TermEnds)).Then(new CertificateResigned(Physician, Scheme.Sports, TermEnds));

    [Fact]
    public void Only_the_holder_gives_up_and_nobody_takes_away_the_own_title() => _certificate
        .Given(IssuedUntil(TermEnds))
        .When(it => ResignCertificate.Decide(it, new(Later, new(JmaClerk.Value), Today))).ThenRefused("CERTIFICATE_UNKNOWN")
        .When(it => WithdrawResignation.Decide(it, new(new(JmaClerk.Value), Today))).ThenRefused("CERTIFICATE_UNKNOWN")
        .When(it => StrikeOffCertificate.Decide(it, new(Later, new(Physician.Value), Today, Remark))).ThenRefused("OWN_TITLE")
        .When(it => WithdrawStrikingOff.Decide(it, new(new(Physician.Value), Today, Remark))).ThenRefused("OWN_TITLE");

    [Fact]
    public void The_JMA_takes_away_from_a_day_on_and_takes_that_back_before_it() => _certificate
        .Given(IssuedUntil(TermEnds))
        .When(it => StrikeOff(it, Today.AddDays(-1))).ThenRefused("LOSS_DAY_PAST")
        .When(it => StrikeOff(it, Later)).Then(StruckOff(Later))
        .When(it => StrikeOff(it, Later)).ThenNothing()
        .When(it => StrikeOff(it, Today)).ThenRefused("LOSS_DECIDED")
        .When(it => Resign(it, Today)).ThenRefused("LOSS_DECIDED")
        .When(it => Keep(it, Today)).ThenRefused("LOSS_NOT_DECIDED")
        .When(it => WithdrawStrikingOff.Decide(it, new(JmaClerk, Later, Remark))).ThenRefused("LOSS_TOOK_EFFECT")
        .When(it => WithdrawStrikingOff.Decide(it, new(JmaClerk, Later.AddDays(-1), Remark))).Then(new StrikingOffWithdrawn(Physician, Scheme.Occupational, JmaClerk, Remark))
        .When(it => StrikeOff(it, Today)).Then(StruckOff(Today), Effect(LossGround.StruckOff, Today));

    [Fact]
    public void A_resignation_to_come_does_not_hold_the_JMA_up() => _certificate
        .Given(IssuedUntil(TermEnds), Resigned(Later))
        .When(it => StrikeOff(it, Today.AddDays(1))).Then(StruckOff(Today.AddDays(1)));

    [Fact]
    public void The_sweep_ends_it_on_the_day_and_once() => _certificate
        .Given(IssuedUntil(TermEnds), Resigned(Later))
        .When(it => LapseCertificate.Decide(it, new(Later.AddDays(-1), RenewalPending: false))).ThenNothing()
        .When(it => LapseCertificate.Decide(it, new(Later, RenewalPending: true))).Then(Effect(LossGround.Resigned, Later))
        .When(it => LapseCertificate.Decide(it, new(Later, RenewalPending: false))).ThenNothing()
        .When(it => LapseCertificate.Decide(it, new(TermEnds.AddDays(1), RenewalPending: false))).ThenNothing();

    [Fact]
    public void What_is_given_up_is_neither_renewed_nor_excused_and_a_new_certificate_begins_without_it_X9() => _certificate
        .Given(IssuedUntil(TermEnds), Resigned(Today), Effect(LossGround.Resigned, Today))
        .When(it => RenewCertificate.Decide(it, new(Second, Today))).ThenNothing()
        .When(it => GrantGrace.Decide(it, new(new(Entry), JmaClerk, Today))).ThenRefused("TITLE_LOST")
        .When(it => IssueCertificate.Decide(it, new(Physician, Scheme.Occupational, Second, "MO0000002", Later)))
        .Then(new CertificateIssued(Physician, Scheme.Occupational, "MO0000002", Second, Later, Later.AddYears(5).AddDays(-1)))
        .When(it => Resign(it, Later)).Then(Resigned(Later));

    [Theory]
    [InlineData("2026-03-31", LossGround.Resigned, CertificateState.Valid)]
    [InlineData("2026-04-01", LossGround.Resigned, CertificateState.Resigned)]
    [InlineData("2026-04-01", LossGround.StruckOff, CertificateState.StruckOff)]
    [InlineData("2026-04-01", null, CertificateState.Lapsed)]
    public void Everybody_is_told_how_it_ended_from_the_first_day_without_it(string on, LossGround? ground, CertificateState expected) => Assert.Equal(
        expected,
        CertificateStates.On(
            DateOnly.Parse(on), Scheme.Occupational,
            [new() { ValidFrom = new(2024, 6, 1), ValidTo = TermEnds, LapsedOn = Later, LossGround = ground }], [new(Later, null)]));

    private static Decision Resign(Certificate it, DateOnly from) => ResignCertificate.Decide(it, new(from, Physician, Today));

    private static Decision Keep(Certificate it, DateOnly today) => WithdrawResignation.Decide(it, new(Physician, today));

    private static Decision StrikeOff(Certificate it, DateOnly from) => StrikeOffCertificate.Decide(it, new(from, JmaClerk, Today, Remark));

    private static CertificateResigned Resigned(DateOnly from) => new(Physician, Scheme.Occupational, from);

    private static CertificateStruckOff StruckOff(DateOnly from) => new(Physician, Scheme.Occupational, from, JmaClerk, Remark);

    private static LossTookEffect Effect(LossGround ground, DateOnly from) => new(Physician, ground, from);
}
