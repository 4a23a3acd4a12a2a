using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;

namespace Mamis.Notifications.Tests.Features;

public sealed class ScheduleNoticeTests
{
    private static readonly Guid Certificate = new("0199a000-0000-8000-8000-000000000002");

    [Fact]
    public void A_notice_is_scheduled_once() => Assert.Empty(
        ScheduleNotice.Decide(Some.Notice(Some.Content()), new(Some.Content())).Events);

    [Fact]
    public void A_desk_is_told_by_the_entry_on_its_list_N2()
    {
        var content = Some.Content(NoticeRoute.ListForDesk, NoticeKind.FourMonths);

        Assert.Equal([content, new NoticeListed()], ScheduleNotice.Decide(new(), new(content)).Events);
    }

    [Fact]
    public void A_physician_is_told_by_what_is_sent_later() =>
        Assert.Equal([Some.Content()], ScheduleNotice.Decide(new(), new(Some.Content())).Events);

    [Fact]
    public void The_same_term_kind_and_route_are_the_same_notice_and_nothing_else_is()
    {
        Guid[] ids =
        [
            ScheduleNotice.IdOf(Certificate, new(2027, 3, 31), NoticeKind.OneYear, NoticeRoute.JmaToPhysician),
            ScheduleNotice.IdOf(Certificate, new(2027, 3, 31), NoticeKind.OneYear, NoticeRoute.PrefectureToMember),
            ScheduleNotice.IdOf(Certificate, new(2027, 3, 31), NoticeKind.FourMonths, NoticeRoute.JmaToPhysician),
            ScheduleNotice.IdOf(Certificate, new(2032, 3, 31), NoticeKind.OneYear, NoticeRoute.JmaToPhysician),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids[0], ScheduleNotice.IdOf(Certificate, new(2027, 3, 31), NoticeKind.OneYear, NoticeRoute.JmaToPhysician));
    }
}
