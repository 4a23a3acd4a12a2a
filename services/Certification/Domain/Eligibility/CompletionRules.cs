using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>Which completed courses replace the basic units, and for how long: rules ON8 and ON9.</summary>
public sealed record CompletionRules(string Version, DateOnly Since, IReadOnlyList<string> Types, int WindowInYears)
{
    private static readonly CompletionRules[] Versions =
    [
        new("completion-1", Since: DateOnly.MinValue, ["uoeh-basic-course", "uoeh-intensive"], WindowInYears: 5),
    ];

    public static CompletionRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);

    public bool Recognises(Completion completion) => Types.Contains(completion.Type);

    /// <summary>A course that is completed only after the application does not stand in for anything yet (rule K5).</summary>
    public bool Replaces(Completion completion, DateOnly day) => Recognises(completion) && completion.Date <= day;

    public IReadOnlyList<Refusal> Examine(Completion completion, DateOnly day) =>
    [
        .. Reasons.When(!completion.ProofUploaded, Reasons.CompletionProofMissing),
        .. Reasons.When(completion.Date.YearsAfter(WindowInYears) < day, Reasons.CompletionWindowExpired),
        .. Reasons.When(completion.Used, Reasons.NewAlreadyUsed),
    ];
}
