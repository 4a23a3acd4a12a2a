using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;

namespace Mamis.Notifications.Tests.Features;

public sealed class SendNoticeTests
{
    private static readonly Notice Waiting = Some.Notice(Some.Content());

    [Fact]
    public void A_mail_that_was_taken_is_sent() => Assert.Equal(
        [new NoticeSent(Channel.Email, 7)], Decide(new SendNotice.Mailed(7)));

    [Fact]
    public void A_mail_that_may_work_later_is_deferred_to_the_end_of_the_third_day() => Assert.Equal(
        [new NoticeDeferred("SMTP_451")], Decide(new SendNotice.Deferred("SMTP_451"), Some.Scheduled.AddDays(3)));

    [Fact]
    public void A_mail_that_did_not_go_in_three_days_becomes_a_letter() => Assert.Equal(
        [new NoticeFailed(Channel.Email, "SMTP_451"), new LetterOrdered("SMTP_451")],
        Decide(new SendNotice.Deferred("SMTP_451"), Some.Scheduled.AddDays(4)));

    [Fact]
    public void A_mail_refused_for_good_becomes_a_letter_at_once() => Assert.Equal(
        [new NoticeFailed(Channel.Email, "SMTP_550"), new LetterOrdered("SMTP_550")], Decide(new SendNotice.Rejected("SMTP_550")));

    [Fact]
    public void Who_has_no_email_gets_a_letter() => Assert.Equal(
        [new LetterOrdered("NO_EMAIL")], Decide(new SendNotice.NoEmail()));

    [Fact]
    public void Who_has_no_address_either_is_on_record_as_not_told() => Assert.Equal(
        [new NoticeWaived("NO_ADDRESS")], Decide(new SendNotice.NoEmail(), hasAddress: false));

    [Fact]
    public void An_optional_notice_is_left_where_mail_does_not_go()
    {
        var optional = Some.Notice(Some.Content(kind: NoticeKind.InquiryAnswered) with { ValidTo = null });

        Assert.Equal([new NoticeWaived("NO_EMAIL")], SendNotice.Decide(optional, new(new SendNotice.NoEmail(), HasAddress: true, Some.Scheduled)).Events);
        Assert.Equal(
            [new NoticeFailed(Channel.Email, "SMTP_550"), new NoticeWaived("SMTP_550")],
            SendNotice.Decide(optional, new(new SendNotice.Rejected("SMTP_550"), HasAddress: true, Some.Scheduled)).Events);
    }

    [Fact]
    public void A_mail_that_is_not_wanted_is_left_and_never_becomes_a_letter() => Assert.Equal(
        [new NoticeWaived("SWITCHED_OFF")],
        SendNotice.Decide(Some.Notice(Some.Content(kind: NoticeKind.InquiryAnswered)), new(new SendNotice.SwitchedOff(), HasAddress: true, Some.Scheduled)).Events);

    [Theory]
    [MemberData(nameof(Settled))]
    public void What_is_settled_is_not_sent_again(Notice notice) =>
        Assert.Empty(SendNotice.Decide(notice, new(new SendNotice.Mailed(7), HasAddress: true, Some.Scheduled)).Events);

    public static TheoryData<Notice> Settled() =>
    [
        Some.Notice(Some.Content(), new NoticeSent(Channel.Email, 7)),
        Some.Notice(Some.Content(), new NoticeFailed(Channel.Email, "SMTP_550"), new LetterOrdered("SMTP_550")),
        Some.Notice(Some.Content(), new NoticeWaived("TERM_REPLACED")),
        Some.Notice(Some.Content(NoticeRoute.ListForDesk), new NoticeListed()),
        new Notice(),
    ];

    private static IReadOnlyList<object> Decide(SendNotice.Outcome outcome, DateOnly? today = null, bool hasAddress = true) =>
        SendNotice.Decide(Waiting, new(outcome, hasAddress, today ?? Some.Scheduled)).Events;
}
