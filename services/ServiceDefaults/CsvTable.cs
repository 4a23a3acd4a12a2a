using CsvHelper;

namespace Mamis.ServiceDefaults;

/// <summary>
/// A table for people's spreadsheets: RFC 4180, with the mark without which they read UTF-8 as Shift_JIS,
/// and without a cell that they would run as a formula.
/// </summary>
public static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    // The full-width ones too: spreadsheets in Japan read them as the others. An apostrophe keeps the cell text.
    private const string FormulaBegins = "=+-@\t\r＝＋－＠";

    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true };

    /// <summary>Writes row by row as they come, so that a table may be larger than memory.</summary>
    public static async Task Write(Stream body, string[] header, IAsyncEnumerable<string?[]> rows, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(body, Form, leaveOpen: true);
        await csv.WriteRecordAsync(header, cancellation);

        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await csv.WriteRecordAsync(Array.ConvertAll(row, Text), cancellation);
        }
    }

    public static async Task<byte[]> Of(string[] header, IEnumerable<string?[]> rows, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await Write(bytes, header, rows.ToAsyncEnumerable(), cancellation);

        return bytes.ToArray();
    }

    private static string Text(string? cell) =>
        cell is { Length: > 0 } && FormulaBegins.Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell ?? string.Empty;
}
