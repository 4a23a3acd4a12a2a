using Mamis.Identity.Domain;
using Mamis.Kernel;

namespace Mamis.Identity.Features.Import;

/// <summary>The columns that tell of a certificate held; all of them, or none.</summary>
public static class CertificateFields
{
    private const int LongestNumber = 30;

    private static readonly string[] Columns = ["certificateScheme", "certificateNumber", "validFrom", "validTo"];

    public static ImportedCertificateReported? Read(IReadOnlyDictionary<string, string> fields, ICollection<Refusal> reasons)
    {
        var filled = Columns.Count(it => fields[it].Length > 0);

        if (filled == 0)
        {
            return null;
        }

        if (filled < Columns.Length || fields["certificateNumber"].Length > LongestNumber)
        {
            reasons.Add(RowCodes.CertificateIncomplete);
            return null;
        }

        if (!Enum.TryParse<Scheme>(fields["certificateScheme"], ignoreCase: true, out var scheme) || !Enum.IsDefined(scheme)
            || fields["certificateScheme"].All(char.IsDigit))
        {
            reasons.Add(RowCodes.CertificateSchemeUnknown);
            return null;
        }

        if (JapaneseDate.Read(fields["validFrom"]) is not { } from || JapaneseDate.Read(fields["validTo"]) is not { } to || from > to)
        {
            reasons.Add(RowCodes.ValidityInvalid);
            return null;
        }

        return new(scheme, Width.Fold(fields["certificateNumber"]), from, to);
    }
}
