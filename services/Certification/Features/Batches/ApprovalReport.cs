using Mamis.Kernel;

namespace Mamis.Certification.Features.Batches;

/// <summary>What a batch did, or would do, case by case in the order of the list.</summary>
/// <param name="Stored">False in a dry run.</param>
public sealed record ApprovalReport(
    int Cases, int Approved, int Unchanged, int Refused, bool Stored, IReadOnlyList<ApprovalReport.CaseResult> Results)
{
    public enum Outcome
    {
        Approved,

        /// <summary>The caller has approved it before.</summary>
        Unchanged,
        Refused,
    }

    public sealed record Mistake(string Code, string Explanation, string? Subject);

    /// <param name="Application">As the list named it.</param>
    /// <param name="Id">Null where the list named none.</param>
    /// <param name="Version">The version that was decided on; sent along as <c>ifVersion</c>, it lets nothing slip in between.</param>
    public sealed record CaseResult(string Application, Guid? Id, long? Version, Outcome Result, IReadOnlyList<Mistake> Mistakes)
    {
        public static CaseResult Of(string application, Guid? id, long? version, Decision decision) => new(
            application,
            id,
            version,
            decision.IsRefused ? Outcome.Refused : decision.Events.Count > 0 ? Outcome.Approved : Outcome.Unchanged,
            [.. decision.Refusals.Select(it => new Mistake(it.Code, it.Explanation, it.Subject))]);
    }

    public static ApprovalReport Of(IReadOnlyList<CaseResult> results, bool stored)
    {
        int Count(Outcome outcome) => results.Count(it => it.Result == outcome);

        return new(results.Count, Count(Outcome.Approved), Count(Outcome.Unchanged), Count(Outcome.Refused), stored, results);
    }
}
