using Mamis.Identity.Credentials;
using Mamis.ServiceDefaults;

namespace Mamis.Identity.Features.Postcards;

/// <summary>The list for the print shop; the only place where a provisional password is ever written.</summary>
public static class PostcardList
{
    private static readonly string[] Header =
        ["licenceNumber", "postalCode", "address", "name", "login", "password", "expiresOn"];

    public static Task<byte[]> Write(
        IEnumerable<(IssuePostcards.Addressee To, ProvisionalLogin Login)> postcards, CancellationToken cancellation) =>
        CsvTable.Of(Header, postcards.Select(it => Row(it.To, it.Login)), cancellation);

    private static string?[] Row(IssuePostcards.Addressee to, ProvisionalLogin login) =>
        [to.LicenceNumber, to.PostalCode, to.Address, to.Name, login.Login, login.Password, $"{login.ExpiresOn:yyyy-MM-dd}"];
}
