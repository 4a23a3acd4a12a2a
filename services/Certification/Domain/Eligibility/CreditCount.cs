namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The credits of a case after all rules: what each counts for, and the sums over those that count.</summary>
public sealed record CreditCount(IReadOnlyList<CreditVerdict> Verdicts, CountingBasis Basis)
{
    public int Total => Counting.Sum(it => it.Units) - WebUnitsOverCap;

    /// <summary>The cap holds for lifelong training only and reduces the total only (rules U7, K17, Q13).</summary>
    public int WebUnitsOverCap => Math.Max(
        0,
        Counting.Where(it => it.Credit.Mode is ParticipationMode.Web && it.Credit.Category.IsLifelong()).Sum(it => it.Units)
            - Basis.Rules.WebUnits);

    /// <summary>The day of the latest training that counts (rule K3).</summary>
    public DateOnly? LastDay => Counting.Max(it => (DateOnly?)it.Credit.Date);

    /// <summary>Everything there is to know about these credits: why some were dropped or cut, and whether paper must follow (rule U6).</summary>
    public IEnumerable<string> Remarks =>
    [
        .. Verdicts.Select(it => it.Flag).OfType<string>(),
        .. Flags.When(Counting.Any(it => it.Credit.Source is CreditSource.Paper), Flags.PaperOriginalRequired),
        .. Flags.When(WebUnitsOverCap > 0, Flags.WebCapApplied),
    ];

    private IEnumerable<CreditVerdict> Counting => Verdicts.Where(it => it.Counts);

    public int UnitsOf(CreditCategory category) =>
        Counting.Where(it => it.Credit.Category == category).Sum(it => it.Units);

    public int UnitsOf(CreditCategory category, string item) =>
        Counting.Where(it => it.Credit.Category == category && it.Credit.Item == item).Sum(it => it.Units);

    /// <summary>Looks at the credits in list order; the first record of a session that passes all other tests counts (rule K1).</summary>
    public static CreditCount Of(IReadOnlyList<Credit> credits, CountingBasis basis)
    {
        var counted = new HashSet<(string, CreditCategory)>();
        var verdicts = new List<CreditVerdict>(credits.Count);

        foreach (var credit in credits)
        {
            var verdict = Judge(credit, counted, basis);
            verdicts.Add(verdict);

            if (verdict.Counts)
            {
                counted.Add((credit.TrainingId, credit.Category));
            }
        }

        return new(verdicts, basis);
    }

    private static CreditVerdict Judge(Credit credit, HashSet<(string, CreditCategory)> counted, CountingBasis basis) => credit switch
    {
        _ when CreditTests.FirstFailed(credit, basis) is { } flag => new(credit, 0, flag),
        _ when counted.Contains((credit.TrainingId, credit.Category)) => new(credit, 0, Flags.DuplicateCredit),
        { Mode: ParticipationMode.Web } when !CreditRules.AllowsWeb(credit.Category) => new(credit, 0, Flags.WebNotAllowed),
        { Format: TrainingFormat.EscortVisit } when ExceedsEscortCap(credit, basis) => new(credit, basis.Rules.EscortUnits, Flags.EscortCapApplied),
        _ => new(credit, credit.Units, Flag: null),
    };

    private static bool ExceedsEscortCap(Credit credit, CountingBasis basis) =>
        credit.Category.IsField() && credit.Units > basis.Rules.EscortUnits;
}
