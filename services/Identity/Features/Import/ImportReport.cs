namespace Mamis.Identity.Features.Import;

/// <summary>What an import did, or in a dry run what it would do, row by row.</summary>
public sealed record ImportReport(
    int Rows, int New, int Changed, int Unchanged, int Refused, IReadOnlyList<ImportReport.RowResult> Results,
    IReadOnlyDictionary<string, string> Explanations)
{
    public enum Outcome
    {
        New,
        Changed,
        Unchanged,
        Refused,
    }

    /// <summary>One row, counted from 1 after the header. The id of a new physician does not exist yet in a dry run.</summary>
    public sealed record RowResult(int Row, string LicenceNumber, Outcome Result, Guid? PhysicianId, IReadOnlyList<string> Codes);

    public static ImportReport Of(IEnumerable<(ImportGroup Group, Outcome Outcome, Guid? Id)> taken, IReadOnlyList<ImportRow> refused)
    {
        var results = taken
            .SelectMany(it => it.Group.Rows.Select(row => new RowResult(row.Row, row.LicenceNumber, it.Outcome, it.Id, [])))
            .Concat(refused.Select(row => new RowResult(row.Row, row.LicenceNumber, Outcome.Refused, null, [.. row.Reasons.Select(it => it.Code)])))
            .OrderBy(it => it.Row)
            .ToList();

        return new(
            results.Count, Count(Outcome.New), Count(Outcome.Changed), Count(Outcome.Unchanged), Count(Outcome.Refused), results,
            refused.SelectMany(it => it.Reasons).DistinctBy(it => it.Code).ToDictionary(it => it.Code, it => it.Explanation));

        int Count(Outcome outcome) => results.Count(it => it.Result == outcome);
    }
}
