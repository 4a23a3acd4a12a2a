namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What an occupational renewal asks of the counted units: rules OR2 to OR5, with the day they took effect.</summary>
public sealed record OccupationalRenewalRules(
    string Version, DateOnly Since, int Total, int Update, int Field, int Special)
{
    private static readonly OccupationalRenewalRules[] Versions =
    [
        new("occupational-renewal-1", Since: DateOnly.MinValue, Total: 20, Update: 1, Field: 1, Special: 1),
    ];

    public static OccupationalRenewalRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    public static Counted Sums(CreditCount credits) => new()
    {
        Total = credits.Total,
        Update = credits.UnitsOf(CreditCategory.LifeUpdate),
        Field = credits.UnitsOf(CreditCategory.LifeField),
        Special = credits.UnitsOf(CreditCategory.LifeSpecial),
    };

    /// <summary>Every shortage, in the order in which the codes are published. Each kind is held against all its units, web included.</summary>
    public IReadOnlyList<Shortage> Shortages(CreditCount credits) =>
    [
        .. Shortage.Of(Reasons.RenewalTotalShort, Total, credits.Total),
        .. Shortage.Of(Reasons.RenewalUpdateShort, Update, credits.UnitsOf(CreditCategory.LifeUpdate)),
        .. Shortage.Of(Reasons.RenewalFieldShort, Field, credits.UnitsOf(CreditCategory.LifeField)),
        .. Shortage.Of(Reasons.RenewalSpecialShort, Special, credits.UnitsOf(CreditCategory.LifeSpecial)),
    ];
}
