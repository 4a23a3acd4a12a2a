using Mamis.Identity.Domain;
using Mamis.Kernel;

namespace Mamis.Identity.Features.Import;

/// <summary>The columns that say where somebody belongs: three memberships, each implying the ones before it, and the workplace.</summary>
public static class StandingFields
{
    public static Standing? Read(IReadOnlyDictionary<string, string> fields, IReadOnlySet<string> counties, ICollection<Refusal> reasons)
    {
        var county = Code(fields["county"]);
        var prefecture = Code(fields["prefecture"]);
        var jma = Width.Fold(fields["jma"]).ToUpperInvariant() switch
        {
            "TRUE" or "1" => true,
            "FALSE" or "0" or "" => false,
            _ => default(bool?),
        };

        if (county is not null && (Association.TierOf(county) != Tier.County || !counties.Contains(county)))
        {
            reasons.Add(RowCodes.CountyUnknown);
            return null;
        }

        if (jma is null || (jma is true && prefecture is null)
            || (prefecture is not null && (county is null || prefecture != Association.PrefectureOf(county))))
        {
            reasons.Add(RowCodes.MembershipInconsistent);
            return null;
        }

        // The old system knows no workplace of some members; their desk is the county's anyway.
        var workplace = Code(fields["workplacePrefecture"]) ?? (county is null ? null : Association.PrefectureOf(county));

        if (!Association.IsPrefecture(workplace))
        {
            reasons.Add(RowCodes.WorkplacePrefectureInvalid);
            return null;
        }

        return new(county, prefecture, jma.Value, workplace);
    }

    private static string? Code(string text) => Width.Fold(text).Trim() is { Length: > 0 } code ? code : null;
}
