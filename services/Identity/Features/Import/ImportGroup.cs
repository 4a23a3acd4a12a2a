using Mamis.Identity.Domain;
using Mamis.Kernel;

namespace Mamis.Identity.Features.Import;

/// <summary>The rows of one physician: one, or one for each scheme.</summary>
public sealed record ImportGroup(IReadOnlyList<ImportRow> Rows, Person Person, Standing Standing, IReadOnlyList<ImportedCertificateReported> Certificates)
{
    /// <summary>Puts rows of the same person together; what repeats a register number otherwise is refused.</summary>
    public static (IReadOnlyList<ImportGroup> Groups, IReadOnlyList<ImportRow> Refused) Of(IReadOnlyList<ImportRow> rows)
    {
        var groups = new List<ImportGroup>();
        var refused = rows.Where(it => it.Read is null).ToList();

        foreach (var same in rows.Where(it => it.Read is not null).GroupBy(it => it.LicenceNumber))
        {
            ImportGroup? group = null;

            foreach (var row in same)
            {
                if (row.Read is { } read && (group is null ? First(row, read) : group.With(row, read)) is { } grown)
                {
                    group = grown;
                }
                else
                {
                    refused.Add(row with { Reasons = [RowCodes.DuplicateInFile] });
                }
            }

            groups.AddRange(group is null ? [] : [group]);
        }

        return (groups, refused);
    }

    private static ImportGroup First(ImportRow row, ImportRow.Reading read) =>
        new([row], read.Person, read.Standing, read.Certificate is { } certificate ? [certificate] : []);

    private ImportGroup? With(ImportRow row, ImportRow.Reading read) =>
        read.Person == Person && read.Standing == Standing && read.Certificate is { } another && Certificates.All(it => it.Scheme != another.Scheme)
            ? this with { Rows = [.. Rows, row], Certificates = [.. Certificates, another] }
            : null;
}
