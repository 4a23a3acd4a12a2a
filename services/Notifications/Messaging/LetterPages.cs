using System.Globalization;
using Mamis.Kernel;
using Mamis.Notifications.Views;
using Mamis.Printing;

namespace Mamis.Notifications.Messaging;

/// <summary>Letters as one page to print; the style sheet puts each on its own sheet, the address under the window of the envelope.</summary>
public static class LetterPages
{
    public static Html Of(IReadOnlyList<Letter> letters, TimeProvider clock)
    {
        var day = clock.Today().ToString(Wording.Word("date"), CultureInfo.InvariantCulture);
        var sheet = Wording.Resource("letter.ja.html");
        var sheets = Html.Of(letters.Select(it => Fill(sheet, it, day)));

        return Html.Of(Wording.Resource("letters.ja.html"), _ => sheets);
    }

    private static Html Fill(string sheet, Letter letter, string day) => Html.Of(sheet, name => name switch
    {
        "postalCode" => letter.To.PostalCode,
        "address" => letter.To.Address,
        "name" => letter.To.FullName,
        "number" => letter.Number,
        // A letter of before there were numbers has none to scan.
        "code" => letter.Number is null ? string.Empty : QrDrawing.Of(letter.Number),
        "sender" => letter.Sender,
        "day" => day,
        "subject" => letter.Subject,
        "body" => letter.Body,
        _ => throw new InvalidOperationException($"The letter has nothing for {name}."),
    });
}
