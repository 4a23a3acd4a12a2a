namespace Mamis.Portal.Gateway;

/// <summary>What became of an attendance list.</summary>
public sealed record AttendanceResult(
    int Rows, int Credited, int Duplicate, int Suspended, int Refused, IReadOnlyList<AttendanceRow> Results);

/// <summary>What became of one row.</summary>
public sealed record AttendanceRow(int Row, string Result, string? Code, string? Explanation);
