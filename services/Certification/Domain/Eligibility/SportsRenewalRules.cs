namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What a sports renewal asks of the counted units: rule SR1, with the day it took effect.</summary>
public sealed record SportsRenewalRules(string Version, DateOnly Since, int Total)
{
    private static readonly SportsRenewalRules[] Versions =
    [
        new("sports-renewal-1", Since: DateOnly.MinValue, Total: 5),
    ];

    public static SportsRenewalRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    public static Counted Sums(CreditCount credits) => new() { Total = credits.Total };

    public IReadOnlyList<Shortage> Shortages(CreditCount credits) =>
        [.. Shortage.Of(Reasons.RetrainingShort, Total, credits.Total)];
}
