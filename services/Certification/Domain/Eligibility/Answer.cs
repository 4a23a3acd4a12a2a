using System.Text.Json.Serialization;
using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What the rules say of a case, and why: every reason, every flag, and what became of each credit.</summary>
/// <param name="Reasons">All that block, in the published order; none means eligible.</param>
/// <param name="Flags">In alphabetical order, each once (rule K12).</param>
/// <param name="Counted">Null where a completion or an exemption stands in for units (rule K4).</param>
/// <param name="NewValidity">The term a granted renewal would give; null unless eligible (rule K12).</param>
/// <param name="Shortages">The numbers behind the reasons that speak of units.</param>
/// <param name="Credits">One line per credit looked at; the counted units of these lines less <paramref name="WebUnitsOverCap"/> are the total.</param>
/// <param name="WebUnitsOverCap">Units gained online that the cap keeps out of the total (rule U7).</param>
/// <param name="RuleVersions">The dated rule sets this answer rests on.</param>
public sealed record Answer(
    IReadOnlyList<Refusal> Reasons,
    IReadOnlyList<string> Flags,
    Counted? Counted,
    Term? NewValidity,
    IReadOnlyList<Shortage> Shortages,
    IReadOnlyList<CreditVerdict> Credits,
    int WebUnitsOverCap,
    IReadOnlyList<string> RuleVersions)
{
    public bool Eligible => Reasons.Count == 0;
}

/// <summary>The sums after all rules; which of them are there depends on what is applied for (domain.md section 10).</summary>
public sealed record Counted
{
    /// <summary>After the web cap.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Total { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Early { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Update { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Field { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Late { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Special { get; init; }

    /// <summary>Different subjects of the sports course.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Subjects { get; init; }
}

/// <summary>What became of one credit: the units it counts with, or the flag of the first test it failed.</summary>
/// <param name="Flag">Why it was dropped or, with units left, why some of them were.</param>
public sealed record CreditVerdict(Credit Credit, int Units, string? Flag)
{
    public bool Counts => Units > 0;
}

/// <summary>A minimum that the counted units do not reach.</summary>
/// <param name="Item">The early item or sports subject that is short; null when the sum of a kind is.</param>
public sealed record Shortage(Refusal Reason, int Required, int Counted, string? Item = null)
{
    /// <summary>The shortage where there is one, so that rules can be written as a list of minimums.</summary>
    public static IEnumerable<Shortage> Of(Refusal reason, int required, int counted, string? item = null) =>
        counted < required ? [new(reason, required, counted, item)] : [];
}
