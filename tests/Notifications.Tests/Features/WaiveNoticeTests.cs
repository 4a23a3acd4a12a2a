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
    public void What_is_told_of_an_application_depends_on_no_term() => Assert.Null(
        WaiveNotice.ReasonFor(Some.Content(kind: NoticeKind.ApplicationGranted) with { ValidTo = null }, null));

    [Fact]
    public void The_reason_stays_on_record() => Assert.Equal(
        [new NoticeWaived("TERM_REPLACED")], WaiveNotice.Decide(Some.Notice(Some.Content()), new("TERM_REPLACED")).Events);

    [Fact]
    public void What_was_sent_cannot_be_taken_back() => Assert.Empty(
        WaiveNotice.Decide(Some.Notice(Some.Content(), new NoticeSent(Channel.Email, 1)), new("TERM_REPLACED")).Events);
}
