using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What a first sports certificate asks for: all subjects of the course (SN1), or a recognised exemption (SN2 to SN4).</summary>
public sealed record SportsNewRules(
    string Version, DateOnly Since, IReadOnlyList<string> EarlyHalf, IReadOnlyList<string> LateHalf, IReadOnlyList<string> Exemptions)
{
    private static readonly SportsNewRules[] Versions =
    [
        new(
            "sports-new-1",
            Since: DateOnly.MinValue,
            EarlyHalf: [.. TrainingItems.Subjects.Take(13)],
            LateHalf: [.. TrainingItems.Subjects.Skip(13)],
            ["joa-sports-physician", "joa-sports-course", "jspo-sports-doctor", "jspo-basic-course"]),
    ];

    public static SportsNewRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    public bool Recognises(Exemption exemption) => Exemptions.Contains(exemption.Type);

    /// <summary>The exemption holds once, at the first application, and with the other certificate attached.</summary>
    public static IReadOnlyList<Refusal> Examine(Exemption exemption) =>
    [
        .. Reasons.When(!exemption.ProofUploaded, Reasons.ExemptionProofMissing),
        .. Reasons.When(exemption.UsedBefore, Reasons.ExemptionUsed),
    ];

    public Counted Sums(CreditCount credits) =>
        new() { Subjects = EarlyHalf.Count + LateHalf.Count - Shortages(credits).Count };

    /// <summary>Every missing subject; one unit of it in the half it belongs to is the subject (rule K20).</summary>
    public IReadOnlyList<Shortage> Shortages(CreditCount credits) =>
    [
        .. Missing(EarlyHalf, CreditCategory.CourseEarly, credits),
        .. Missing(LateHalf, CreditCategory.CourseLate, credits),
    ];

    private static IEnumerable<Shortage> Missing(IEnumerable<string> subjects, CreditCategory half, CreditCount credits) =>
        subjects.SelectMany(it => Shortage.Of(Reasons.CourseIncomplete, required: 1, credits.UnitsOf(half, it), it));
}
