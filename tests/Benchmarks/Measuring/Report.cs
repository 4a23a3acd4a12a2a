using System.Globalization;
using System.Text.Json;

namespace Mamis.Benchmarks.Measuring;

/// <summary>The figures as a plain table for people and as JSON for machines.</summary>
public sealed class Report(IReadOnlyList<Comparison> comparisons)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly string[] Heads = ["id", "work", "against", "ours/s", "theirs/s", "ratio", "required", "met"];

    public async Task Show(TextWriter output)
    {
        var lines = comparisons.Select(Cells).Prepend(Heads).ToArray();
        var widths = Heads.Select((_, column) => lines.Max(it => it[column].Length)).ToArray();

        await output.WriteLineAsync();

        foreach (var cells in lines)
        {
            await output.WriteLineAsync(string.Join("  ", cells.Select((it, i) => IsNumber(i) ? it.PadLeft(widths[i]) : it.PadRight(widths[i]))).TrimEnd());
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(Verdict());
    }

    public static async Task Save(string file, IReadOnlyList<Comparison> comparisons)
    {
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, comparisons, Indented);
    }

    private string Verdict() => comparisons.Where(it => !it.Met).Select(it => $"{it.Id} against {it.Against}").ToArray() switch
    {
        [] => "Every bound is met.",
        var missed => $"Missed: {string.Join(", ", missed)}.",
    };

    private static bool IsNumber(int column) => column is >= 3 and <= 6;

    private static string[] Cells(Comparison it) =>
    [
        it.Id, it.Work, it.Against, Rate(it.Ours), Rate(it.Other), Ratio(it.Ratio), Ratio(it.Required), it.Met ? "yes" : "NO",
    ];

    private static string Rate(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
