using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>On which footing a renewal is asked for: in time, under the special measure, in grace, or too late.</summary>
/// <param name="Window">The days whose units count; null without a certificate, so that shortages show all the same (rule K14).</param>
/// <param name="Flag">The measure or the grace, whenever its row applies (rule K12).</param>
public sealed record RenewalTiming(Term? Window, IReadOnlyList<Refusal> Refusals, string? Flag = null)
{
    /// <summary>The decision table of domain.md 3.4, row by row; for sports with the dates of X11 and without grace (rule K11).</summary>
    public static RenewalTiming Of(Term? certificate, bool specialReason, DateOnly day, LatenessRules rules)
    {
        if (certificate is not { } term)
        {
            return new(Window: null, [Reasons.CertificateNotHeld]);
        }

        var inTime = day <= term.To;
        var covered = rules.Measure.Covers(term);
        var measureOpen = day <= rules.Measure.ApplyUntil;
        var excused = specialReason && day <= rules.GraceEnds(term);

        return (inTime, covered, measureOpen, excused) switch
        {
            (true, _, _, _) => new(term, []),
            (_, true, true, _) => new(Until(term, day, rules.Measure), [], Flags.CovidMeasureApplied),
            (_, _, _, true) => new(term, [], Flags.GraceApplied),
            (_, true, _, _) => new(term, [Reasons.CertificateExpired, Reasons.CovidMeasureEnded]),
            _ => new(term, [Reasons.CertificateExpired]),
        };
    }

    private static Term Until(Term term, DateOnly day, SpecialMeasure measure) =>
        new(term.From, day < measure.UnitsUntil ? day : measure.UnitsUntil);
}
