using System.Globalization;
using Mamis.Printing;

namespace Mamis.Notifications.Messaging;

/// <summary>A mail about an account, as Identity gives it this once.</summary>
public sealed record AccountMail(string Kind, string Email, string? Code, int Minutes);

/// <summary>The Japanese texts of mails about accounts. They name nobody, since the address may be a wrong one.</summary>
public static class AccountWording
{
    public static NoticeText Of(AccountMail mail, string association, Uri myPage)
    {
        string Filled(string name) => Template.Fill(Wording.Resource($"{name}.ja.txt"), field => field switch
        {
            "association" => association,
            "code" => Grouped(mail.Code ?? string.Empty),
            "minutes" => mail.Minutes.ToString(CultureInfo.InvariantCulture),
            "hours" => (mail.Minutes / 60).ToString(CultureInfo.InvariantCulture),
            // In the query, which stands in no trace.
            "link" => new Uri(myPage, $"/staff-link?key={mail.Code}").ToString(),
            "myPage" => myPage.ToString(),
            _ => throw new InvalidOperationException($"A mail about an account has nothing for {field}."),
        });

        var text = Filled($"account-{mail.Kind}");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return new(text[..end].Trim(), $"{text[end..].Trim()}\n\n{Filled("closing")}");
    }

    /// <summary>Eight digits are read and typed in two halves.</summary>
    private static string Grouped(string code) => code.Length == 8 ? $"{code[..4]} {code[4..]}" : code;
}
