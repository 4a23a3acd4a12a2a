using Mamis.Certification.Domain.Fees;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Fees;

/// <summary>What an import of a bank statement did, or would do, line by line.</summary>
/// <param name="Stored">False in a dry run, and where a single line was refused: half a statement cannot be reconciled.</param>
public sealed record PaymentReport(
    int Rows, int Received, int ToClarify, int Known, int Skipped, int Refused, bool Stored, IReadOnlyList<PaymentReport.RowResult> Results)
{
    public enum Outcome
    {
        /// <summary>The fee of an application.</summary>
        Received,

        /// <summary>A clerk has to look at it.</summary>
        ToClarify,

        /// <summary>Taken in before.</summary>
        Known,

        /// <summary>Nothing came in by it, or the bank corrected itself.</summary>
        Skipped,
        Refused,
    }

    public sealed record Mistake(string Code, string Explanation, string? Subject);

    /// <summary>One line, counted from 1.</summary>
    /// <param name="Finding">Null where the line is known, skipped or refused.</param>
    public sealed record RowResult(
        int Row, Outcome Result, LineFinding? Finding, int? Amount, DateOnly? ValueDay, Guid? ApplicationId, IReadOnlyList<Mistake> Mistakes);

    public static PaymentReport Of(IReadOnlyList<RowResult> results, bool stored)
    {
        int Count(Outcome outcome) => results.Count(it => it.Result == outcome);

        return new(
            results.Count, Count(Outcome.Received), Count(Outcome.ToClarify), Count(Outcome.Known), Count(Outcome.Skipped), Count(Outcome.Refused), stored, results);
    }

    public static IReadOnlyList<Mistake> Mistakes(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(it => new Mistake(it.Code, it.Explanation, it.Subject))];
}
