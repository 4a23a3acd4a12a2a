using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What is possible after the last day of a certificate: rules X1 to X7 and X11.</summary>
/// <param name="EndRule">The rule by which the last day of the term is the last day to apply.</param>
/// <param name="GraceInMonths">How long a special reason excuses (rule X7); null where no grace is documented (rule K11).</param>
public sealed record LatenessRules(
    string Version, Scheme Scheme, DateOnly Since, string EndRule, SpecialMeasure Measure, int? GraceInMonths)
{
    private static readonly LatenessRules[] Versions =
    [
        new(
            "occupational-lateness-1",
            Scheme.Occupational,
            Since: DateOnly.MinValue,
            EndRule: "OR6",
            new("X6", FirstExpiry: new(2020, 2, 1), LastExpiry: new(2028, 3, 31), UnitsUntil: new(2028, 3, 31), ApplyUntil: new(2028, 4, 30)),
            GraceInMonths: 6),
        new(
            "sports-lateness-1",
            Scheme.Sports,
            Since: DateOnly.MinValue,
            EndRule: "SR3",
            new("X11", FirstExpiry: new(2020, 2, 1), LastExpiry: new(2023, 12, 31), UnitsUntil: new(2023, 12, 31), ApplyUntil: new(2023, 12, 31)),
            GraceInMonths: null),
    ];

    public static LatenessRules On(Scheme scheme, DateOnly day) =>
        Versions.Last(rules => rules.Scheme == scheme && rules.Since <= day);

    /// <summary>The rules of every scheme on a day.</summary>
    public static IReadOnlyList<LatenessRules> On(DateOnly day) => [.. Enum.GetValues<Scheme>().Select(scheme => On(scheme, day))];

    /// <summary>The last day on which a special reason excuses; null where there is no grace (rule K9).</summary>
    public DateOnly? GraceEnds(Term term) => GraceInMonths is { } months ? term.To.MonthsAfter(months) : null;

    /// <summary>The last day whose units serve the renewal of a term: its own, or that of the measure (rules OR7, X1, X2).</summary>
    public DateOnly LastDayOfUnits(Term term) => Measure.Covers(term) && term.To < Measure.UnitsUntil ? Measure.UnitsUntil : term.To;
}

/// <summary>The COVID measure (コロナ特例): certificates that expired in its time may be renewed late with units gained late.</summary>
/// <param name="Rule">The rule that sets <paramref name="ApplyUntil"/>.</param>
public sealed record SpecialMeasure(string Rule, DateOnly FirstExpiry, DateOnly LastExpiry, DateOnly UnitsUntil, DateOnly ApplyUntil)
{
    public bool Covers(Term term) => FirstExpiry <= term.To && term.To <= LastExpiry;
}
