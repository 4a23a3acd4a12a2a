using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>What became of a row.</summary>
public enum RowOutcome
{
    Credited,

    /// <summary>It says again what another row or list has said; nothing changed.</summary>
    Duplicate,

    /// <summary>No such active physician; held until there is one.</summary>
    Suspended,

    /// <summary>Not credited, and nothing of it was stored.</summary>
    Refused,
}

/// <summary>The result of one row. It never repeats what the row said.</summary>
public sealed record RowResult(int Row, RowOutcome Result, string? Code = null, string? Explanation = null, Guid? EntryId = null)
{
    public static RowResult Refused(int row, Refusal refusal) => new(row, RowOutcome.Refused, refusal.Code, refusal.Explanation);
}

/// <summary>The answer to a list: counts, and a result per row.</summary>
public sealed record AttendanceAnswer(
    Guid ListId, int Rows, int Credited, int Duplicate, int Suspended, int Refused, IReadOnlyList<RowResult> Results)
{
    public static AttendanceAnswer Of(ListId list, IReadOnlyList<RowResult> results)
    {
        return new(
            list.Value, results.Count, Count(RowOutcome.Credited), Count(RowOutcome.Duplicate), Count(RowOutcome.Suspended),
            Count(RowOutcome.Refused), results);

        int Count(RowOutcome outcome) => results.Count(it => it.Result == outcome);
    }

    public AttendancePosted ToEvent(StaffId postedBy, EntryWay? way) =>
        new(new(ListId), postedBy, Rows, Credited, Duplicate, Suspended, Refused, way);
}
