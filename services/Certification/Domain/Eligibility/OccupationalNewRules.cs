using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What a first occupational certificate asks of the basic units: rules ON1 to ON6, with the day they took effect.</summary>
/// <param name="WindowInYears">How recent the last basic training must be (rule ON6).</param>
public sealed record OccupationalNewRules(
    string Version, DateOnly Since, int Total, int Early, EarlyItems Items, int Field, int Late, int WindowInYears)
{
    private static readonly OccupationalNewRules[] Versions =
    [
        new("occupational-new-1", Since: DateOnly.MinValue, Total: 50, Early: 14, EarlyItems.Handbook, Field: 10, Late: 26, WindowInYears: 5),
    ];

    public static OccupationalNewRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    public static Counted Sums(CreditCount credits) => new()
    {
        Total = credits.Total,
        Early = credits.UnitsOf(CreditCategory.BasicEarly),
        Field = credits.UnitsOf(CreditCategory.BasicField),
        Late = credits.UnitsOf(CreditCategory.BasicLate),
    };

    /// <summary>Whether the last counted training is too long ago; without a counted unit there is none to be late (rules ON6, K3).</summary>
    public bool WindowExpired(CreditCount credits, DateOnly day) =>
        credits.LastDay is { } last && last.YearsAfter(WindowInYears) < day;

    /// <summary>Every shortage, in the order in which the codes are published.</summary>
    public IReadOnlyList<Shortage> Shortages(CreditCount credits) =>
    [
        .. Shortage.Of(Reasons.BasicTotalShort, Total, credits.Total),
        .. Shortage.Of(Reasons.BasicEarlyShort, Early, credits.UnitsOf(CreditCategory.BasicEarly)),
        .. Items.Shortages(credits),
        .. Shortage.Of(Reasons.BasicFieldShort, Field, credits.UnitsOf(CreditCategory.BasicField)),
        .. Shortage.Of(Reasons.BasicLateShort, Late, credits.UnitsOf(CreditCategory.BasicLate)),
    ];
}

/// <summary>The minimum of each early item; a surplus in one does not cover another (rule ON3).</summary>
public sealed record EarlyItems(IReadOnlyDictionary<string, int> Minimums)
{
    /// <summary>The minimums the handbook prints.</summary>
    public static EarlyItems Handbook { get; } = new(
        TrainingItems.Early.Zip([2, 2, 1, 1, 2, 2, 2, 2]).ToDictionary(it => it.First, it => it.Second));

    public IEnumerable<Shortage> Shortages(CreditCount credits) =>
        from minimum in Minimums
        let counted = credits.UnitsOf(CreditCategory.BasicEarly, minimum.Key)
        from shortage in Shortage.Of(Reasons.BasicEarlyItemShort, minimum.Value, counted, minimum.Key)
        select shortage;
}
