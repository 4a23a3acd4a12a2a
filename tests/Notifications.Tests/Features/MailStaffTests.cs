using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Features.Organisations;

namespace Mamis.Notifications.Tests.Features;

public sealed class MailStaffTests
{
    private static readonly StaffId Clerk = new(new Guid("0199a000-0000-7000-8000-000000000003"));
    private static readonly NoticeShown Shown = new(Reasons.OnPage);

    [Fact]
    public void An_organisation_is_told_by_its_page_once_and_a_physician_is_not()
    {
        Assert.Equal([Shown], ShowToOrganisation.Decide(Some.Notice(Some.ForDesk())).Events);
        Assert.Empty(ShowToOrganisation.Decide(Some.Notice(Some.ForDesk(), Shown)).Events);
        Assert.Empty(ShowToOrganisation.Decide(Some.Notice(Some.Content())).Events);
    }

    [Fact]
    public void Each_member_of_staff_gets_one_mail_however_often_it_is_tried()
    {
        Assert.Equal([new StaffMailed(Clerk)], Decide(outcome: null).Events);
        Assert.Empty(Decide(outcome: null, after: new StaffMailed(Clerk)).Events);
        Assert.Equal([new StaffMailed(Clerk)], Decide(outcome: null, after: new StaffMailed(new(Guid.CreateVersion7()))).Events);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_deferred_mail_is_tried_for_three_days_and_then_left_to_the_page(int days, bool isLeft) => Assert.Equal(
        isLeft ? [new StaffMailLeft(Clerk, "SMTP_451")] : [], Decide(new SendNotice.Deferred("SMTP_451"), days).Events);

    [Fact]
    public void What_was_switched_off_or_refused_is_left_with_its_reason_and_no_letter_is_written()
    {
        Assert.Equal([new StaffMailLeft(Clerk, Reasons.SwitchedOff)], Decide(new SendNotice.SwitchedOff()).Events);
        Assert.Equal([new StaffMailLeft(Clerk, "SMTP_550")], Decide(new SendNotice.Rejected("SMTP_550")).Events);
    }

    [Fact]
    public void A_mail_that_is_late_leaves_the_notice_told() =>
        Assert.Equal(NoticeState.Sent, Some.Notice(Some.ForDesk(), Shown, new NoticeDeferred("SMTP_451"), new StaffMailLeft(Clerk, "SMTP_451")).State);

    private static Decision Decide(SendNotice.Outcome? outcome, int days = 0, params IEnumerable<object> after) =>
        MailStaff.Decide(Some.Notice([Some.ForDesk(), Shown, .. after]), new(Clerk, outcome, Some.Scheduled.AddDays(days)));
}
