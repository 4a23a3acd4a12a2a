using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Mamis.Notifications.Messaging;

/// <summary>What one mail says and in whose name, before anybody's address stands on it.</summary>
/// <param name="Stop">Where the receiver ends mails of this kind; null where the law or the rules want it told.</param>
public sealed record Mail(Guid Notice, string Sender, string Subject, string Text, Uri? Stop)
{
    /// <summary>The same words twice, plain and as a page, for the mail program to choose from (RFC 2046, 5.1.4).</summary>
    public MailMessage Compose(MailAddress from, MailAddress to)
    {
        var mail = new MailMessage(new MailAddress(from.Address, Sender, Encoding.UTF8), to)
        {
            Subject = Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
            // The same notice keeps its id, so that a mailbox can tell a repeat after a crash; no one should answer it automatically.
            Headers = { ["Message-ID"] = MailId.Of(Notice, from.Host), ["Auto-Submitted"] = "auto-generated" },
        };

        var page = AlternateView.CreateAlternateViewFromString(MailPage.Of(Subject, Text), Encoding.UTF8, MediaTypeNames.Text.Html);
        page.TransferEncoding = TransferEncoding.Base64;
        mail.AlternateViews.Add(page);

        return Stop is { } stop ? Stoppable(mail, stop) : mail;
    }

    /// <summary>Mail programs show a button of their own, which posts and so takes effect at once (RFC 8058).</summary>
    private static MailMessage Stoppable(MailMessage mail, Uri stop)
    {
        mail.Headers["List-Unsubscribe"] = $"<{stop}>";
        mail.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        return mail;
    }
}
