using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The ways to a first certificate: units or a completed course, the sports course or an exemption.</summary>
public static class NewApplication
{
    public static Findings Examine(Case it) =>
        it.Scheme is Scheme.Occupational ? Occupational(it) : Sports(it);

    private static Findings Occupational(Case it)
    {
        var completions = CompletionRules.On(it.AsOf);

        return it.Applicant.Completion is { } completion && completions.Replaces(completion, it.AsOf)
            ? new([completions.Version]) { Reasons = completions.Examine(completion, it.AsOf) }
            : BasicUnits(it, completions);
    }

    private static Findings BasicUnits(Case it, CompletionRules completions)
    {
        var rules = OccupationalNewRules.On(it.AsOf);
        var credits = Count(it);
        var unrecognised = it.Applicant.Completion is { } completion && !completions.Recognises(completion);

        return new([rules.Version, credits.Basis.Rules.Version, completions.Version])
        {
            Reasons =
            [
                .. Reasons.When(it.Applicant.BasicCreditsUsedBefore, Reasons.NewAlreadyUsed),
                .. Reasons.When(rules.WindowExpired(credits, it.AsOf), Reasons.NewWindowExpired),
            ],
            Shortages = rules.Shortages(credits),
            Flags = [.. credits.Remarks, .. Flags.When(unrecognised, Flags.CompletionNotRecognised)],
            Counted = OccupationalNewRules.Sums(credits),
            Credits = credits,
        };
    }

    private static Findings Sports(Case it)
    {
        var rules = SportsNewRules.On(it.AsOf);

        return it.Applicant.Exemption is { } exemption && rules.Recognises(exemption)
            ? new([rules.Version]) { Reasons = SportsNewRules.Examine(exemption) }
            : Course(it, rules);
    }

    private static Findings Course(Case it, SportsNewRules rules)
    {
        var credits = Count(it);

        return new([rules.Version, credits.Basis.Rules.Version])
        {
            Shortages = rules.Shortages(credits),
            Flags = credits.Remarks,
            Counted = rules.Sums(credits),
            Credits = credits,
        };
    }

    private static CreditCount Count(Case it) => CreditCount.Of(
        it.Credits, new(it.Scheme, it.Application, it.AsOf, Window: null, CreditRules.On(it.AsOf)));
}
