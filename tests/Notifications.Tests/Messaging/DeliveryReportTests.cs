using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Tests.Messaging;

public sealed class DeliveryReportTests
{
    private static readonly Guid Notice = new("0199a000-0000-7000-8000-000000000009");

    [Theory]
    [InlineData("failed", "5.1.1", MailFate.Failed)]
    [InlineData("Failed (bounced)", "5.7.26 (rejected)", MailFate.Failed)]
    [InlineData("delayed", "4.4.7", MailFate.Delayed)]
    [InlineData("delivered", "2.1.5", MailFate.Delivered)]
    [InlineData("relayed", "2.0.0", MailFate.HandedOn)]
    public void A_report_tells_the_notice_the_fate_and_the_status_RFC3464(string action, string status, MailFate fate) => Assert.Equal(
        new MailReport(Notice, fate, status.Split(' ')[0]), DeliveryReport.Read(Reports.Of(Notice, action, status), "mamis.invalid").Report);

    [Theory]
    [InlineData("Action: failed", "Status: 5.1", "Message-ID: <0199a0000000700080000000000000 09@mamis.invalid>", "MAIL_REPORT_STATUS_UNREADABLE MAIL_UNKNOWN")]
    [InlineData("Action: eaten", "Status: none", "Subject: no id", "MAIL_REPORT_ACTION_UNREADABLE MAIL_REPORT_STATUS_UNREADABLE MAIL_REPORT_MESSAGE_MISSING")]
    [InlineData("Action: failed", "Status: 9.1.1", "Message-ID: <0199a000000070008000000000000009@elsewhere.invalid>", "MAIL_REPORT_STATUS_UNREADABLE MAIL_UNKNOWN")]
    [InlineData("Nothing: here", "Status: 5.1.1", "Message-ID: <0199a000000070008000000000000009@mamis.invalid>", "MAIL_REPORT_ACTION_UNREADABLE MAIL_REPORT_STATUS_UNREADABLE")]
    public void Everything_that_is_wrong_is_said_at_once(string action, string status, string mail, string codes) => Assert.Equal(
        codes.Split(' '), DeliveryReport.Read(Reports.With($"{action}\n{status}", mail), "mamis.invalid").Refusals.Select(it => it.Code));

    [Fact]
    public void A_report_of_hundreds_of_thousands_of_groups_is_read_once_from_end_to_end() => Assert.Equal(
        ["MAIL_REPORT_ACTION_UNREADABLE", "MAIL_REPORT_STATUS_UNREADABLE", "MAIL_REPORT_MESSAGE_MISSING"],
        DeliveryReport.Read(Reports.With(string.Concat(Enumerable.Repeat("a\n\n", 300_000)), "Subject: no id"), "mamis.invalid").Refusals.Select(it => it.Code));

    [Theory]
    [InlineData("")]
    [InlineData("Subject: a mail\r\n\r\nof a person")]
    [InlineData("Content-Type: multipart/report; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nno status\r\n--b--")]
    [InlineData("Content-Type: ;;;\r\n\r\nAction: failed\r\nStatus: 5.1.1")]
    public void What_is_no_report_is_refused(string text) =>
        Assert.Equal(["MAIL_REPORT_MALFORMED"], DeliveryReport.Read(text, "mamis.invalid").Refusals.Select(it => it.Code));
}
