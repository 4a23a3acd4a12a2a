namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The last day on which a renewal can be applied for as things stand, and the rule that sets it; after it the title is lost (rule X8).</summary>
public sealed record LastDay(DateOnly Day, string Rule)
{
    private const string GraceRule = "X7";

    /// <summary>Whatever reaches furthest: the term itself, the special measure, a grace that was granted.</summary>
    public static LastDay Of(Term term, DateOnly? graceUntil, LatenessRules rules) =>
        new LastDay(term.To, rules.EndRule)
            .OrUntil(rules.Measure.Covers(term) ? rules.Measure.ApplyUntil : null, rules.Measure.Rule)
            .OrUntil(graceUntil, GraceRule);

    private LastDay OrUntil(DateOnly? until, string rule) => until is { } day && day > Day ? new(day, rule) : this;
}
