using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Tests.Features;

public sealed class WaiveNoticeTests
{
    [Fact]
    public void A_warning_of_the_present_term_is_right() => Assert.Null(
        WaiveNotice.ReasonFor(Some.Content(), new CertificateTerm { ValidTo = new(2027, 11, 22), Ended = false }));

    [Fact]
    public void A_warning_of_a_term_that_was_renewed_meanwhile_is_not_sent() => Assert.Equal(
        "TERM_REPLACED", WaiveNotice.ReasonFor(Some.Content(), new CertificateTerm { ValidTo = new(2032, 11, 22), Ended = false }));

    [Fact]
    public void A_warning_of_a_certificate_that_ended_is_not_sent() => Assert.Equal(
        "CERTIFICATE_ENDED", WaiveNotice.ReasonFor(Some.Content(), new CertificateTerm { ValidTo = new(2027, 11, 22), Ended = true }));

    [Fact]
    public void Who_applied_for_the_renewal_is_not_reminded_of_it() => Assert.Equal(
        "ALREADY_APPLIED",
        WaiveNotice.ReasonFor(Some.Content(), new CertificateTerm { ValidTo = new(2027, 11, 22), Ended = false, RenewalUnderWay = true }));

    [Fact]
    public void A_reminder_that_is_due_again_counts_its_days_of_mail_anew_and_asks_again_what_is_missing()
    {
        var notice = Some.Notice(
            Some.Content(kind: NoticeKind.MissingAtTwo), new CreditsFoundMissing(Some.Scheduled, Some.Scheduled, []), new NoticeWaived("ALREADY_APPLIED"),
            new NoticeResumed(new(2027, 10, 1), "APPLICATION_STOPPED"));

        Assert.True(notice.AwaitsCredits);
        Assert.Equal(new DateOnly(2027, 10, 1), notice.Content?.ScheduledOn);
    }

    [Fact]
    public void Only_what_was_waived_is_resumed()
    {
        Assert.Empty(ResumeWithheld.Decide(Some.Notice(Some.Content()), Some.Scheduled).Events);
        Assert.Equal(
            [new NoticeResumed(Some.Scheduled, "APPLICATION_STOPPED")],
            ResumeWithheld.Decide(Some.Notice(Some.Content(), new NoticeWaived("ALREADY_APPLIED")), Some.Scheduled).Events);
    }

    [Fact]
    public void What_is_told_of_an_application_depends_on_no_term() => Assert.Null(
        WaiveNotice.ReasonFor(Some.Content(kind: NoticeKind.ApplicationGranted) with { ValidTo = null }, null));

    [Fact]
    public void The_reason_stays_on_record() => Assert.Equal(
        [new NoticeWaived("TERM_REPLACED")], WaiveNotice.Decide(Some.Notice(Some.Content()), new("TERM_REPLACED")).Events);

    [Fact]
    public void What_was_sent_cannot_be_taken_back() => Assert.Empty(
        WaiveNotice.Decide(Some.Notice(Some.Content(), new NoticeSent(Channel.Email, 1)), new("TERM_REPLACED")).Events);
}
