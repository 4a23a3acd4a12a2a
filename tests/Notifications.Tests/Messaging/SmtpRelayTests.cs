using System.Net.Mail;
using Mamis.Notifications.Features;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Tests.Messaging;

public sealed class SmtpRelayTests
{
    [Theory]
    [InlineData(SmtpStatusCode.ServiceNotAvailable, "SMTP_421")]
    [InlineData(SmtpStatusCode.InsufficientStorage, "SMTP_452")]
    [InlineData(SmtpStatusCode.MustIssueStartTlsFirst, "SMTP_530")]
    [InlineData(SmtpStatusCode.GeneralFailure, "SERVER_UNREACHABLE")]
    public void What_may_work_later_is_deferred(SmtpStatusCode status, string code) =>
        Assert.Equal(new SendNotice.Deferred(code), SmtpRelay.OutcomeOf(status));

    [Theory]
    [InlineData(SmtpStatusCode.SyntaxError, "SMTP_501")]
    [InlineData(SmtpStatusCode.MailboxUnavailable, "SMTP_550")]
    [InlineData(SmtpStatusCode.TransactionFailed, "SMTP_554")]
    public void What_will_never_work_is_rejected(SmtpStatusCode status, string code) =>
        Assert.Equal(new SendNotice.Rejected(code), SmtpRelay.OutcomeOf(status));
}
