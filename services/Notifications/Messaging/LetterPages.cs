using System.Globalization;
using System.Net;
using System.Text;
using Mamis.Kernel;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Messaging;

/// <summary>Letters as one page to print; the style sheet puts each on its own sheet, the address under the window of the envelope.</summary>
public static class LetterPages
{
    public static string Of(IReadOnlyList<Letter> letters, TimeProvider clock)
    {
        var day = clock.Today().ToString(Wording.Word("date"), CultureInfo.InvariantCulture);
        var sheet = Wording.Resource("letter.ja.html");
        var sheets = letters.Aggregate(new StringBuilder(), (pages, letter) => pages.Append(Fill(sheet, letter, day)));

        return Wording.Resource("letters.ja.html").Replace("{letters}", sheets.ToString(), StringComparison.Ordinal);
    }

    /// <summary>One pass over the template, so that braces in a name or an address stay what they are.</summary>
    private static string Fill(string sheet, Letter letter, string day) => Wording.Fill(sheet, name => name == "code" ? LetterCode.Drawing(letter.Number) : WebUtility.HtmlEncode(name switch
    {
        "postalCode" => letter.To.PostalCode,
        "address" => letter.To.Address,
        "name" => letter.To.FullName,
        "number" => letter.Number,
        "sender" => letter.Sender,
        "day" => day,
        "subject" => letter.Subject,
        "body" => letter.Body,
        _ => throw new InvalidOperationException($"The letter has nothing for {name}."),
    }));
}
