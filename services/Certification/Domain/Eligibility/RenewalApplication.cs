using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The renewal of either scheme: is it in time, and do the units of the right days suffice.</summary>
public static class RenewalApplication
{
    public static Findings Examine(Case it)
    {
        var lateness = LatenessRules.On(it.Scheme, it.AsOf);
        var timing = RenewalTiming.Of(it.Certificate, it.Applicant.SpecialReason, it.AsOf, lateness);
        var credits = CreditCount.Of(
            it.Credits, new(it.Scheme, it.Application, it.AsOf, timing.Window, CreditRules.On(it.AsOf)));

        var units = it.Scheme is Scheme.Occupational ? Occupational(it, credits) : Sports(it, credits);

        return units with
        {
            RuleVersions = [.. units.RuleVersions, lateness.Version, credits.Basis.Rules.Version, CertificateRules.On(it.AsOf).Version],
            Reasons = timing.Refusals,
            Flags = timing.Flag is { } flag ? [.. credits.Remarks, flag] : credits.Remarks,
            Credits = credits,
        };
    }

    private static Findings Occupational(Case it, CreditCount credits)
    {
        var rules = OccupationalRenewalRules.On(it.AsOf);

        return new([rules.Version])
        {
            Shortages = rules.Shortages(credits),
            Counted = OccupationalRenewalRules.Sums(credits),
        };
    }

    private static Findings Sports(Case it, CreditCount credits)
    {
        var rules = SportsRenewalRules.On(it.AsOf);

        return new([rules.Version])
        {
            Shortages = rules.Shortages(credits),
            AfterShortages = [.. Reasons.When(!it.Applicant.PracticeProof, Reasons.PracticeProofMissing)],
            Counted = SportsRenewalRules.Sums(credits),
        };
    }
}
