using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

public sealed class InquiryRulesTests
{
    [Theory]
    [InlineData(23, 9, 59, false)]
    [InlineData(23, 10, 0, true)]
    [InlineData(27, 17, 59, true)]
    [InlineData(27, 18, 0, false)]
    [InlineData(28, 12, 0, false)]
    [InlineData(29, 12, 0, false)]
    public void The_support_centre_is_there_on_weekdays_from_ten_to_six(int day, int hour, int minute, bool open) => Assert.Equal(
        open, SupportHours.AreOpen(BusinessCalendar.StartOf(new(2026, 11, day)) + new TimeSpan(hour, minute, 0)));

    [Theory]
    [InlineData(0, "INQUIRY_TEXT_MISSING")]
    [InlineData(1, null)]
    [InlineData(4_000, null)]
    [InlineData(4_001, "INQUIRY_TEXT_TOO_LONG")]
    public void A_message_has_one_to_four_thousand_characters(int length, string? code) =>
        Assert.Equal(code, InquiryText.Read(new string('x', length)).Refusal?.Code);

    [Fact]
    public void Lines_are_kept_and_what_no_text_holds_is_left_out() =>
        Assert.Equal("first\nsecond", InquiryText.Read(" first\r\nsec\0ond\u0007 \n").Text);
}
