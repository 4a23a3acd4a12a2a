using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;

namespace Mamis.Notifications.Tests.Features;

public sealed class MailReportTests
{
    private static readonly object Sent = new NoticeSent(Channel.Email, 7);
    private static readonly object Late = new MailDelayed("DSN_4.4.7");
    private static readonly object Bounced = new MailBounced("DSN_5.1.1");

    [Fact]
    public void A_bounce_is_noted_also_of_a_mail_that_was_late_or_said_to_be_delivered()
    {
        Assert.Equal([Bounced], Told(MailFate.Failed, "5.1.1", Sent));
        Assert.Equal([Bounced], Told(MailFate.Failed, "5.1.1", Sent, Late));
        Assert.Equal([Bounced], Told(MailFate.Failed, "5.1.1", Sent, new MailDelivered("DSN_2.1.5")));
    }

    [Fact]
    public void A_delay_is_noted_once_and_a_delivery_ends_it()
    {
        Assert.Equal([Late], Told(MailFate.Delayed, "4.4.7", Sent));
        Assert.Empty(Told(MailFate.Delayed, "4.4.1", Sent, Late));
        Assert.Equal([new MailDelivered("DSN_2.1.5")], Told(MailFate.Delivered, "2.1.5", Sent, Late));
    }

    [Fact]
    public void A_report_that_comes_again_or_too_late_changes_nothing()
    {
        Assert.Empty(Told(MailFate.Failed, "5.1.1", Sent, Bounced));
        Assert.Empty(Told(MailFate.Delivered, "2.1.5", Sent, Bounced));
        Assert.Empty(Told(MailFate.HandedOn, "2.0.0", Sent));
        Assert.Empty(Told(MailFate.Failed, "5.1.1", Sent, Bounced, new LetterOrdered("DSN_5.1.1")));
    }

    [Fact]
    public void A_letter_that_is_posted_meanwhile_does_not_bounce() => Assert.Empty(
        Told(MailFate.Failed, "5.1.1", Sent, Bounced, new LetterOrdered("DSN_5.1.1"), new LetterPrinted(Guid.Empty), new NoticeSent(Channel.Letter, 8)));

    [Fact]
    public void A_report_that_overtakes_our_note_has_to_come_again_and_one_of_no_notice_is_refused()
    {
        Assert.Equal([MailReportRefusals.MailNotNoted], Decide(MailFate.Failed, "5.1.1", Some.Notice(Some.Content())).Refusals);
        Assert.Equal([MailReportRefusals.MailUnknown], Decide(MailFate.Failed, "5.1.1", new Notice()).Refusals);
    }

    [Fact]
    public void After_a_bounce_a_letter_is_ordered_or_it_is_on_record_that_none_can_be()
    {
        var notice = Some.Notice(Some.Content(), Sent, Bounced);

        Assert.Equal([new LetterOrdered("DSN_5.1.1")], Instead(notice, "DSN_5.1.1"));
        Assert.Equal([new NoticeWaived("NO_ADDRESS")], WriteInstead.Decide(notice, new("DSN_5.1.1", HasAddress: false)).Events);
    }

    [Fact]
    public void A_mail_that_is_still_late_when_its_days_are_over_is_given_up() => Assert.Equal(
        [new NoticeFailed(Channel.Email, "DSN_4.4.7"), new LetterOrdered("DSN_4.4.7")], Instead(Some.Notice(Some.Content(), Sent, Late), "DSN_4.4.7"));

    [Fact]
    public void Nothing_is_written_where_the_mail_arrived_or_the_notice_is_optional()
    {
        var optional = Some.Content(kind: NoticeKind.InquiryAnswered) with { ValidTo = null };

        Assert.Empty(Instead(Some.Notice(Some.Content(), Sent, Late, new MailDelivered("DSN_2.1.5")), "DSN_4.4.7"));
        Assert.Empty(Instead(Some.Notice(optional, Sent, Bounced), "DSN_5.1.1"));
        Assert.Equal([new NoticeFailed(Channel.Email, "DSN_4.4.7"), new NoticeWaived("DSN_4.4.7")], Instead(Some.Notice(optional, Sent, Late), "DSN_4.4.7"));
    }

    private static IReadOnlyList<object> Told(MailFate fate, string status, params object[] events) =>
        Decide(fate, status, Some.Notice([Some.Content(), .. events])).Events;

    private static Kernel.Decision Decide(MailFate fate, string status, Notice notice) =>
        TakeMailReport.Decide(notice, new(new MailReport(Guid.Empty, fate, status)));

    private static IReadOnlyList<object> Instead(Notice notice, string code) => WriteInstead.Decide(notice, new(code, HasAddress: true)).Events;
}
