using System.Text;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Messaging;

/// <summary>Letters as a file for a print shop: RFC 4180, with the mark by which spreadsheets recognise UTF-8.</summary>
public static class LetterFile
{
    private static readonly string[] Header = ["postalCode", "address", "name", "sender", "subject", "body", "number"];

    public static byte[] Of(IReadOnlyList<Letter> letters)
    {
        var rows = letters.Select(it => new[] { it.To.PostalCode, it.To.Address, it.To.FullName, it.Sender, it.Subject, it.Body, it.Number });
        var text = string.Concat(rows.Prepend(Header).Select(CsvLine.Of));

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }
}
