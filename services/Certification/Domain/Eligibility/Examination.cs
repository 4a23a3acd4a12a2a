using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>Holds a case against the rules of the day of application. Pure: the same case gives the same answer for ever.</summary>
public static class Examination
{
    public static Answer Of(Case it) => it.Application switch
    {
        ApplicationKind.New => NewApplication.Examine(it).Answer(it, newValidity: null),
        _ => RenewalApplication.Examine(it).Answer(it, it.Certificate?.Next(it.AsOf)),
    };

    private static Answer Answer(this Findings findings, Case it, Term? newValidity)
    {
        Refusal[] reasons =
        [
            .. GeneralConditions.Examine(it),
            .. findings.Reasons,
            .. findings.Shortages.Select(shortage => shortage.Reason).Distinct(),
            .. findings.AfterShortages,
        ];

        return new(
            reasons,
            [.. findings.Flags.Distinct().Order(StringComparer.Ordinal)],
            findings.Counted,
            reasons is [] ? newValidity : null,
            findings.Shortages,
            findings.Credits?.Verdicts ?? [],
            findings.Credits?.WebUnitsOverCap ?? 0,
            findings.RuleVersions);
    }
}

/// <summary>What one way to a certificate found; the general conditions and the order of the answer are added outside.</summary>
public sealed record Findings(IReadOnlyList<string> RuleVersions)
{
    public IReadOnlyList<Refusal> Reasons { get; init; } = [];

    public IReadOnlyList<Shortage> Shortages { get; init; } = [];

    /// <summary>Reasons that are published after the shortages.</summary>
    public IReadOnlyList<Refusal> AfterShortages { get; init; } = [];

    public IEnumerable<string> Flags { get; init; } = [];

    public Counted? Counted { get; init; }

    /// <summary>Null where credits are not looked at (rule K4).</summary>
    public CreditCount? Credits { get; init; }
}
