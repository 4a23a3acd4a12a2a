using Mamis.Portal.Gateway;

namespace Mamis.Portal.Shared;

/// <summary>Which kinds of training give what a physician still lacks, by what the evaluation says is short.</summary>
public static class StillMissing
{
    private static readonly string[] Renewal = ["life-update", "life-field", "life-special"];
    private static readonly string[] Basic = ["basic-early", "basic-field", "basic-late"];

    /// <summary>The codes of shortages (domain.md 3.11) and the categories that help.</summary>
    private static readonly Dictionary<string, string[]> Helping = new()
    {
        ["OCC_RENEWAL_TOTAL_SHORT"] = Renewal,
        ["OCC_RENEWAL_UPDATE_SHORT"] = ["life-update"],
        ["OCC_RENEWAL_FIELD_SHORT"] = ["life-field"],
        ["OCC_RENEWAL_SPECIAL_SHORT"] = ["life-special"],
        ["OCC_BASIC_TOTAL_SHORT"] = Basic,
        ["OCC_BASIC_EARLY_SHORT"] = ["basic-early"],
        ["OCC_BASIC_EARLY_ITEM_SHORT"] = ["basic-early"],
        ["OCC_BASIC_FIELD_SHORT"] = ["basic-field"],
        ["OCC_BASIC_LATE_SHORT"] = ["basic-late"],
        ["SPT_COURSE_INCOMPLETE"] = ["course-early", "course-late"],
        ["SPT_RENEWAL_TOTAL_SHORT"] = ["retraining"],
    };

    public static IReadOnlyList<string> Of(IEnumerable<Evaluation> evaluations) =>
        [.. evaluations.SelectMany(it => it.Shortages).SelectMany(it => Helping.GetValueOrDefault(it.Code, [])).Distinct()];
}
