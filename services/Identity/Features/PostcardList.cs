using CsvHelper;
using Mamis.Identity.Credentials;

namespace Mamis.Identity.Features;

/// <summary>The list for the print shop; the only place where a provisional password is ever written.</summary>
public static class PostcardList
{
    private static readonly string[] Header =
        ["licenceNumber", "postalCode", "address", "name", "login", "password", "expiresOn"];

    // What begins like a formula is written so that a spreadsheet shows it as text.
    private static readonly CsvWriterOptions Form = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task<byte[]> Write(
        IEnumerable<(IssuePostcards.Addressee To, ProvisionalLogin Login)> postcards, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();

        await using (var csv = CsvWriter.Create(bytes, Form, leaveOpen: true))
        {
            await csv.WriteRecordAsync(Header, cancellation);

            foreach (var (to, login) in postcards)
            {
                string[] row = [to.LicenceNumber, to.PostalCode, to.Address, to.Name, login.Login, login.Password, $"{login.ExpiresOn:yyyy-MM-dd}"];
                await csv.WriteRecordAsync(row, cancellation);
            }
        }

        return bytes.ToArray();
    }
}
