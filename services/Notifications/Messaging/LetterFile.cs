using Mamis.Notifications.Views;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Messaging;

/// <summary>Letters as a file for a print shop.</summary>
public static class LetterFile
{
    private static readonly string[] Header = ["postalCode", "address", "name", "sender", "subject", "body", "number"];

    public static Task<byte[]> Of(IReadOnlyList<Letter> letters, CancellationToken cancellation) => CsvTable.Of(
        Header, letters.Select(it => new[] { it.To.PostalCode, it.To.Address, it.To.FullName, it.Sender, it.Subject, it.Body, it.Number }), cancellation);
}
