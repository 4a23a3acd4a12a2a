using System.Text.Json;
using Mamis.EventStore;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

/// <summary>What was stored before organisations could be told anything still reads as it was meant.</summary>
public sealed class OldNoticeTests
{
    [Fact]
    public void A_notice_of_before_is_one_to_its_physician()
    {
        var notice = JsonSerializer.Deserialize<NoticeScheduled>(
            """
            {"Kind":"OneYear","Route":"JmaToPhysician","Physician":"0199a000-0000-7000-8000-000000000001","Association":"JMA",
             "Subject":"0199a000-0000-8000-8000-000000000002","DueOn":"2026-11-22","ScheduledOn":"2026-11-22"}
            """,
            EventJson.Options);

        Assert.Equal((new Guid("0199a000-0000-7000-8000-000000000001"), null), (notice?.Physician?.Value, notice?.Organisation));
    }

    [Fact]
    public void A_choice_of_before_is_one_of_a_physician()
    {
        var choice = JsonSerializer.Deserialize<MailSwitchedOff>(
            """{"Physician":"0199a000-0000-7000-8000-000000000001","Kind":"InquiryAnswered","By":"MyPage"}""", EventJson.Options);

        Assert.Equal((new Guid("0199a000-0000-7000-8000-000000000001"), null), (choice?.Physician?.Value, choice?.Staff));
    }
}
