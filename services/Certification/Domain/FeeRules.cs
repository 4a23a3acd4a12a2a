namespace Mamis.Certification.Domain;

/// <summary>The examination and registration fee in yen, the same for every application (domain.md 3.9).</summary>
public sealed record FeeRules(DateOnly Since, int Amount)
{
    private static readonly FeeRules[] Versions =
    [
        new(Since: DateOnly.MinValue, Amount: 10_000),
    ];

    public static FeeRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);
}
