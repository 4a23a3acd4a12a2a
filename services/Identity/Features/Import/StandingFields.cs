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

        var above = Association.TierOf(county) == Tier.County && county is not null ? Association.PrefectureOf(county) : null;
        // The old system knows no workplace of some members; their desk is the county's anyway.
        var workplace = Code(fields["workplacePrefecture"]) ?? above;

        (Refusal Reason, bool Applies)[] rules =
        [
            (RowCodes.CountyUnknown, county is not null && (above is null || !counties.Contains(county))),
            (RowCodes.MembershipInconsistent, jma is null || (jma is true && prefecture is null) || (prefecture is not null && prefecture != above)),
            (RowCodes.WorkplacePrefectureInvalid, !Association.IsPrefecture(workplace)),
        ];
        var broken = rules.Where(it => it.Applies).Select(it => it.Reason).ToList();
        broken.ForEach(reasons.Add);

        return broken.Count > 0 || jma is null || workplace is null ? null : new(county, prefecture, jma.Value, workplace);
    }

    private static string? Code(string text) => Width.Fold(text).Trim() is { Length: > 0 } code ? code : null;
}
