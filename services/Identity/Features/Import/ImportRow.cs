using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Identity.Features.Import;

/// <summary>What one row says of one physician, or every reason why it cannot be read.</summary>
public sealed record ImportRow(int Row, string LicenceNumber, ImportRow.Reading? Read, IReadOnlyList<Refusal> Reasons)
{
    /// <summary>A row understood. The person has no id yet.</summary>
    public sealed record Reading(Person Person, Standing Standing, ImportedCertificateReported? Certificate);

    public static ImportRow From(CsvUpload.Line line, IReadOnlySet<string> counties, DateOnly today)
    {
        if (line.Fields is not { } fields)
        {
            return new(line.Row, string.Empty, null, [RowCodes.RowMalformed]);
        }

        var reasons = new List<Refusal>();
        var person = PersonFields.Read(fields, today, reasons);
        var standing = StandingFields.Read(fields, counties, reasons);
        var certificate = CertificateFields.Read(fields, reasons);

        return new(
            line.Row,
            person?.LicenceNumber ?? fields["licenceNumber"],
            person is not null && standing is not null && reasons.Count == 0 ? new(person, standing, certificate) : null,
            reasons);
    }
}
