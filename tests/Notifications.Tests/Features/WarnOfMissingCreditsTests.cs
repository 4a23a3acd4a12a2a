using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Tests.Features;

/// <summary>What follows from Certification's answer (N5).</summary>
public sealed class WarnOfMissingCreditsTests
{
    private static readonly DateOnly On = Some.Scheduled;
    private static readonly NoticeScheduled Content = Some.Content(kind: NoticeKind.MissingAtSix);
    private static readonly Notice Waiting = Some.Notice(Content);

    [Fact]
    public void What_is_missing_is_written_down_with_the_day_it_was_looked_at()
    {
        MissingUnits[] missing = [new("OCC_RENEWAL_SPECIAL_SHORT", 1, 0)];

        Assert.Equal([new CreditsFoundMissing(On, new(2028, 3, 31), missing)], Decide(Waiting, Found(missing) with { UnitsUntil = new(2028, 3, 31) }));
    }

    [Fact]
    public void Where_nothing_is_missing_nothing_is_told_and_that_is_on_record() =>
        Assert.Equal([new NoticeWaived("NOTHING_MISSING")], Decide(Waiting, Found([])));

    [Fact]
    public void An_answer_about_another_term_warns_of_nothing() =>
        Assert.Equal([new NoticeWaived("TERM_REPLACED")], Decide(Waiting, Found([new("X", 1, 0)]) with { ValidTo = new(2032, 11, 22) }));

    [Fact]
    public void A_certificate_that_Certification_does_not_know_is_on_record() =>
        Assert.Equal([new NoticeWaived("CREDITS_UNKNOWN")], Decide(Waiting, null));

    [Fact]
    public void An_answer_that_comes_twice_or_too_late_changes_nothing()
    {
        Assert.Empty(Decide(Some.Notice(Content, new CreditsFoundMissing(On, On, [])), Found([])));
        Assert.Empty(Decide(Some.Notice(Content, new NoticeWaived("CERTIFICATE_ENDED")), Found([])));
        Assert.Empty(Decide(Some.Notice(Some.Content()), Found([])));
    }

    [Fact]
    public void Who_has_a_my_page_reads_of_posted_credits_there_where_mail_does_not_go()
    {
        var posted = Some.Notice(Some.Content(kind: NoticeKind.CreditsPosted) with { ValidTo = null });
        SendNotice.Command Command(bool myPage) => new(new SendNotice.NoEmail(), HasAddress: true, On, myPage);

        Assert.Equal([new NoticeShown("NO_EMAIL")], SendNotice.Decide(posted, Command(myPage: true)).Events);
        Assert.Equal([new NoticeWaived("NO_EMAIL")], SendNotice.Decide(posted, Command(myPage: false)).Events);
    }

    private static CreditsOfCertificate Found(IReadOnlyList<MissingUnits> missing) => new(Content.Subject, new(2027, 11, 22), new(2027, 11, 22), missing);

    private static IReadOnlyList<object> Decide(Notice notice, CreditsOfCertificate? found) => WarnOfMissingCredits.Decide(notice, new(found, On)).Events;
}
