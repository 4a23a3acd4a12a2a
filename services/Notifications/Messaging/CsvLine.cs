namespace Mamis.Notifications.Messaging;

/// <summary>One line of a CSV file (RFC 4180) that no spreadsheet takes for a formula.</summary>
public static class CsvLine
{
    private const string FormulaBegins = "=+-@\t\r";

    public static string Of(IEnumerable<string?> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    private static string Cell(string? text) => $"\"{Harmless(text ?? string.Empty).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Harmless(string text) => text.Length > 0 && FormulaBegins.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}
