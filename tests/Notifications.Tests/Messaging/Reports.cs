namespace Mamis.Notifications.Tests.Messaging;

/// <summary>Reports as mail servers write them (RFC 3464), about invented mails.</summary>
internal static class Reports
{
    public static string Of(Guid notice, string action = "failed", string status = "5.1.1", string host = "mamis.invalid") =>
        With($"Action: {action}\nStatus: {status}\n", $"Message-ID: <{notice:N}@{host}>\n");

    /// <param name="recipient">Fields about the recipient.</param>
    /// <param name="mail">Fields of the mail that is reported about.</param>
    public static string With(string recipient, string mail) =>
        $"""
         Return-Path: <>
         From: MAILER-DAEMON@relay.invalid
         Subject: Undelivered Mail
         Content-Type: multipart/report; report-type=delivery-status;
         	boundary="=_b1"

         This is a MIME-encapsulated message.

         --=_b1
         Content-Type: text/plain

         Your message could not be delivered.

         --=_b1
         Content-Type: message/delivery-status

         Reporting-MTA: dns; relay.invalid
         Arrival-Date: Mon, 23 Nov 2026 06:00:00 +0900

         Final-Recipient: rfc822; kakuu@example.invalid
         {recipient.TrimEnd()}
         Diagnostic-Code: smtp; 550 no such
          mailbox

         --=_b1
         Content-Type: text/rfc822-headers

         From: jma@mamis.invalid
         {mail.TrimEnd()}
         To: kakuu@example.invalid

         --=_b1--
         """.ReplaceLineEndings("\r\n");
}
