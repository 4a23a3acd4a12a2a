using System.Text.RegularExpressions;
using Mamis.Printing;

namespace Mamis.Notifications.Messaging;

/// <summary>The text of a mail as a page: the same words, addresses one can follow, and nothing fetched from anywhere.</summary>
public static partial class MailPage
{
    public static string Of(string subject, string text)
    {
        var body = Html.Of(text.Trim().Split('\n').Select(Line));

        return Html.Of(Wording.Resource("mail.ja.html"), name => name switch
        {
            "subject" => subject,
            "body" => body,
            _ => throw new InvalidOperationException($"A mail has nothing for {name}."),
        }).ToString();
    }

    /// <summary>Words and addresses take turns, beginning with words.</summary>
    private static Html Line(string line)
    {
        var parts = Address().Split(line).Select((part, place) => place % 2 == 0 ? part : Link(part));
        return Html.Of([.. parts, Html.Of("<br>\n", _ => string.Empty)]);
    }

    private static Html Link(string address) => Html.Of(Wording.Resource("mail-link.ja.html").TrimEnd(), _ => address);

    [GeneratedRegex(@"(https?://[!-~]+)")]
    private static partial Regex Address();
}
