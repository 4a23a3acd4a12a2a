using Mamis.Portal.Gateway;

namespace Mamis.Portal.Shared;

/// <summary>One line of "what is there and what is missing": the numbers of the evaluation, never the portal's own.</summary>
/// <param name="Key">Term of the line: <c>measure.total</c>.</param>
/// <param name="Required">Null when the requirement is met; the evaluation then names no number.</param>
public sealed record Progress(string Key, int Counted, int? Required, string? Item)
{
    private static readonly (string Key, string Ending, Func<Counted, int?> Value)[] Lines =
    [
        ("total", "_TOTAL_SHORT", it => it.Total),
        ("early", "_EARLY_SHORT", it => it.Early),
        ("update", "_UPDATE_SHORT", it => it.Update),
        ("field", "_FIELD_SHORT", it => it.Field),
        ("special", "_SPECIAL_SHORT", it => it.Special),
        ("late", "_LATE_SHORT", it => it.Late),
        ("subjects", "_COURSE_INCOMPLETE", it => it.Subjects),
    ];

    public int Missing => Math.Max(0, (Required ?? Counted) - Counted);

    public static IReadOnlyList<Progress> Of(Evaluation evaluation)
    {
        var sums =
            from line in Lines
            let value = evaluation.Counted is { } counted ? line.Value(counted) : null
            let shortage = evaluation.Shortages.FirstOrDefault(it => it.Code.EndsWith(line.Ending, StringComparison.Ordinal))
            where value is not null || shortage is not null
            select new Progress($"measure.{line.Key}", shortage?.Counted ?? value ?? 0, shortage?.Required, Item: null);
        var others = evaluation.Shortages
            .Where(it => !Array.Exists(Lines, line => it.Code.EndsWith(line.Ending, StringComparison.Ordinal)))
            .Select(it => new Progress("measure.item", it.Counted, it.Required, it.Item));

        return [.. sums, .. others];
    }
}
