using Mamis.Certification.Domain.Rounds;
using Mamis.Kernel;

namespace Mamis.Certification.Features.Rounds;

/// <summary>What an import of a calendar did, or would do, row by row.</summary>
/// <param name="Stored">False in a dry run, and where a single row was refused: half a calendar helps nobody.</param>
public sealed record RoundReport(int Rows, int Changed, int Unchanged, int Refused, bool Stored, IReadOnlyList<RoundReport.RowResult> Results)
{
    public enum Outcome
    {
        Changed,
        Unchanged,
        Refused,
    }

    public sealed record Mistake(string Code, string Explanation, string? Subject);

    /// <summary>One row, counted from 1 after the header.</summary>
    /// <param name="ClosesDayOff">A warning: nobody sits at a desk on the last day.</param>
    public sealed record RowResult(int Row, Outcome Result, IReadOnlyList<Mistake> Mistakes, DayOff? OpensDayOff, DayOff? ClosesDayOff)
    {
        public static RowResult Of(RoundRow row, Decision decision) => new(
            row.Row,
            decision.IsRefused ? Outcome.Refused : decision.Events.Count > 0 ? Outcome.Changed : Outcome.Unchanged,
            [.. decision.Refusals.Select(it => new Mistake(it.Code, it.Explanation, it.Subject))],
            Off(row.Read?.Opens),
            Off(row.Read?.Closes));

        private static DayOff? Off(DateOnly? day) => day is { } it ? PublicHolidays.DayOffOn(it) : null;
    }
}
