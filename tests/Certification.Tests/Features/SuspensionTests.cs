using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Certification.Features;
using Mamis.Certification.Features.Lapses;
using Mamis.Certification.Features.Suspensions;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>A title that rests by decision of the JMA, with the days of its beginning and its end on both sides.</summary>
public sealed class SuspensionTests
{
    private static readonly DateOnly Begins = new(2026, 4, 1);
    private static readonly DateOnly Ends = new(2026, 9, 30);

    private readonly Scenario<Certificate> _certificate = new();

    [Fact]
    public void A_decision_names_its_days_and_made_twice_is_made_once() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)))
        .When(it => Suspend(it, Begins, Ends)).Then(Suspended(Begins, Ends))
        .When(it => Suspend(it, Begins, Ends)).ThenNothing();

    [Theory]
    [InlineData("2026-02-09", null, "SUSPENSION_DAY_PAST")]
    [InlineData("2026-02-10", "2026-02-09", "SUSPENSION_ENDS_BEFORE_IT_BEGINS")]
    [InlineData("2026-02-09", "2026-02-08", "SUSPENSION_DAY_PAST", "SUSPENSION_ENDS_BEFORE_IT_BEGINS")]
    public void Days_that_are_past_or_the_wrong_way_round_are_refused_at_once(string from, string? until, params string[] codes) => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)))
        .When(it => Suspend(it, DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until))).ThenRefused(codes);

    [Fact]
    public void Today_is_the_earliest_day_and_one_day_is_long_enough() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)))
        .When(it => Suspend(it, Today, Today)).Then(Suspended(Today, Today));

    [Fact]
    public void A_second_one_waits_until_the_first_is_over() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)), Suspended(new(2026, 1, 1), Today))
        .When(it => Suspend(it, Begins, null)).ThenRefused("ALREADY_SUSPENDED")
        .When(it => SuspendCertificate.Decide(it, new(Begins, null, JmaClerk, Today.AddDays(1), Remark))).Then(Suspended(Begins, null));

    [Fact]
    public void Nobody_decides_on_the_own_title()
    {
        var own = new StaffId(Physician.Value);

        _certificate
            .Given(IssuedUntil(new(2029, 5, 31)), Suspended(Today, null))
            .When(it => SuspendCertificate.Decide(it, new(Begins, null, own, Today, Remark))).ThenRefused("OWN_TITLE")
            .When(it => ReinstateCertificate.Decide(it, new(Begins, own, Today, Remark))).ThenRefused("OWN_TITLE");
    }

    [Fact]
    public void What_does_not_exist_or_is_lost_is_not_suspended_X8()
    {
        _certificate.When(it => Suspend(it, Begins, null)).ThenRefused("CERTIFICATE_UNKNOWN");

        new Scenario<Certificate>()
            .Given(IssuedUntil(new(2024, 5, 31), Scheme.Sports), new CertificateLapsed(Physician, new(2024, 5, 31), "SR3", "rules"))
            .When(it => Suspend(it, Begins, null)).ThenRefused("TITLE_LOST");
    }

    [Fact]
    public void It_is_lifted_from_a_day_and_the_day_before_is_its_last() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)), Suspended(new(2026, 1, 1), Ends))
        .When(it => Reinstate(it, Today.AddDays(-1))).ThenRefused("SUSPENSION_DAY_PAST")
        .When(it => Reinstate(it, Ends.AddDays(2))).ThenRefused("SUSPENSION_ENDS_EARLIER")
        .When(it => Reinstate(it, Ends.AddDays(1))).ThenNothing()
        .When(it => Reinstate(it, Today)).Then(Reinstated(Today))
        .When(it => Reinstate(it, Today)).ThenNothing()
        .When(it => Reinstate(it, Today.AddDays(3))).ThenRefused("NOT_SUSPENDED");

    [Fact]
    public void One_that_has_not_begun_is_taken_back_and_leaves_room_for_another() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)), Suspended(Begins, null))
        .When(it => Reinstate(it, Begins)).Then(Reinstated(Begins))
        .When(it => Suspend(it, Begins, Ends)).Then(Suspended(Begins, Ends));

    [Fact]
    public void The_term_runs_on_can_be_renewed_and_can_be_lost_V2_X8() => _certificate
        .Given(IssuedUntil(new(2029, 5, 31)), Suspended(Begins, null))
        .When(it => RenewCertificate.Decide(it, new(Second, Today: new(2029, 3, 1))))
        .Then(new CertificateRenewed(Physician, Scheme.Occupational, "MO0000001", Second, new(2029, 6, 1), new(2034, 5, 31)))
        .When(it => LapseCertificate.Decide(it, new(new(2034, 6, 1), RenewalPending: false)))
        .Then(new CertificateLapsed(Physician, new(2034, 5, 31), "OR6", "occupational-lateness-1"))
        .When(it => Reinstate(it, Begins)).Then(Reinstated(Begins));

    [Theory]
    [InlineData("2026-03-31", CertificateState.Valid)]
    [InlineData("2026-04-01", CertificateState.Suspended)]
    [InlineData("2026-05-31", CertificateState.Suspended)]
    [InlineData("2026-06-01", CertificateState.Suspended)]
    [InlineData("2026-09-30", CertificateState.Suspended)]
    [InlineData("2026-10-01", CertificateState.SpecialMeasure)]
    public void The_first_and_the_last_day_belong_to_it_also_under_the_special_measure_X1(string on, CertificateState expected) =>
        Assert.Equal(expected, StateOn(on, new Suspension(Begins, Ends)));

    [Theory]
    [InlineData("2021-05-31", CertificateState.NotYetValid)]
    [InlineData("2028-04-30", CertificateState.Suspended)]
    [InlineData("2028-05-01", CertificateState.Expired)]
    public void An_open_one_takes_only_what_the_title_has(string on, CertificateState expected) =>
        Assert.Equal(expected, StateOn(on, new Suspension(new(2021, 1, 1), Until: null)));

    [Fact]
    public void One_that_was_taken_back_never_was() =>
        Assert.Equal(CertificateState.Valid, StateOn("2026-04-01", new Suspension(Begins, Until: null).EndedBefore(Begins)));

    private static CertificateState StateOn(string day, Suspension suspension) => CertificateStates.On(
        DateOnly.Parse(day), Scheme.Occupational, [new() { ValidFrom = new(2021, 6, 1), ValidTo = new(2026, 5, 31) }], [suspension]);

    private static Decision Suspend(Certificate it, DateOnly from, DateOnly? until) => SuspendCertificate.Decide(it, new(from, until, JmaClerk, Today, Remark));

    private static Decision Reinstate(Certificate it, DateOnly from) => ReinstateCertificate.Decide(it, new(from, JmaClerk, Today, Remark));

    private static CertificateSuspended Suspended(DateOnly from, DateOnly? until) => new(Physician, Scheme.Occupational, from, until, JmaClerk, Remark);

    private static CertificateReinstated Reinstated(DateOnly from) => new(Physician, Scheme.Occupational, from, JmaClerk, Remark);
}
