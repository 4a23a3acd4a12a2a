namespace Mamis.Portal.Gateway;

/// <summary>The worked cases the rules can be tried on.</summary>
public sealed record WorkedCases(IReadOnlyList<WorkedCase> Cases);

/// <summary>One of them; its title in the reader's words is <c>case.{Id}</c>.</summary>
public sealed record WorkedCase(string Id, string Certification, string Application);

/// <summary>What the rules say of a case.</summary>
public sealed record Simulated(bool Eligible, IReadOnlyList<string> Reasons, IReadOnlyList<string> Flags, Counted? Counted, Validity? NewValidity)
{
    public Evaluation AsEvaluation() => new(Eligible, Reasons, Flags, Counted, NewValidity, [], [], [], []);
}
