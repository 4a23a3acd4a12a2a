using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features.Preferences;

namespace Mamis.Notifications.Tests.Features;

public sealed class SwitchMailTests
{
    private static readonly PhysicianId Physician = new(new Guid("0199a000-0000-7000-8000-000000000001"));
    private static readonly MailSwitchedOff Off = new(Physician, NoticeKind.InquiryAnswered, SwitchedBy.LinkInMail);
    private static readonly MailSwitchedOn On = new(Physician, NoticeKind.InquiryAnswered, SwitchedBy.LinkInMail);

    [Fact]
    public void A_mail_nobody_needs_can_be_switched_off_and_on_again()
    {
        Assert.Equal([Off], Decide(new(), wanted: false).Events);
        Assert.Equal([On], Decide(After(Off), wanted: true).Events);
        Assert.True(After(Off, On).WantsMail(NoticeKind.InquiryAnswered));
    }

    [Fact]
    public void Saying_it_twice_changes_nothing()
    {
        Assert.Empty(Decide(After(Off), wanted: false).Events);
        Assert.Empty(Decide(new(), wanted: true).Events);
    }

    [Fact]
    public void A_member_of_staff_chooses_for_herself_and_not_for_her_organisation()
    {
        var staff = new StaffId(new Guid("0199a000-0000-7000-8000-000000000003"));
        var decision = SwitchMail.Decide(new(), new(Physician: null, NoticeKind.DeskOverdue, Wanted: false, SwitchedBy.MyPage, staff));

        Assert.Equal([new MailSwitchedOff(Physician: null, NoticeKind.DeskOverdue, SwitchedBy.MyPage, staff)], decision.Events);
        Assert.False(After(decision.Events).WantsMail(NoticeKind.DeskOverdue));
    }

    [Theory]
    [InlineData(NoticeKind.OneYear)]
    [InlineData(NoticeKind.FourMonths)]
    [InlineData(NoticeKind.ApplicationReturned)]
    [InlineData(NoticeKind.ApplicationGranted)]
    public void What_protects_a_title_cannot_be_switched_off_N1_N2_N3(NoticeKind kind)
    {
        Assert.Equal(["NOTICE_ALWAYS_TOLD"], Decide(new(), wanted: false, kind).Refusals.Select(it => it.Code));
        Assert.True(After(Off with { Kind = kind }).WantsMail(kind));
    }

    private static Decision Decide(MailPreferences preferences, bool wanted, NoticeKind kind = NoticeKind.InquiryAnswered) =>
        SwitchMail.Decide(preferences, new(Physician, kind, wanted, SwitchedBy.LinkInMail));

    private static MailPreferences After(params IEnumerable<object> events) => events.Aggregate(new MailPreferences(), (it, e) => it.Evolve(e));
}
