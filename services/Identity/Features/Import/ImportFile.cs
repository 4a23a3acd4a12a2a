using Mamis.Identity.Domain;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Identity.Features.Import;

/// <summary>What the file of an import looks like: a row for each certificate, or for a physician without one.</summary>
public static class ImportFile
{
    public const int MostRows = 20_000;

    public static readonly CsvUpload.Form Form = new(
        [
            "licenceNumber", "familyName", "givenName", "familyNameKana", "givenNameKana", "birthDate", "email", "postalCode", "address",
            "county", "prefecture", "jma", "workplacePrefecture", "certificateScheme", "certificateNumber", "validFrom", "validTo",
        ],
        MostRows,
        Refusals.TooManyRows);
}
