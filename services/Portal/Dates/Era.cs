using System.Globalization;

namespace Mamis.Portal.Dates;

/// <summary>An era of the Japanese calendar. A new one is a line in <c>eras.csv</c>.</summary>
public sealed record Era(string Letter, string Name, DateOnly Since)
{
    public static IReadOnlyList<Era> All { get; } = Read();

    public static Era? Of(DateOnly day) => All.LastOrDefault(it => it.Since <= day);

    /// <summary>The last day of the era, where another has followed.</summary>
    public DateOnly Until => All.FirstOrDefault(it => it.Since > Since)?.Since.AddDays(-1) ?? DateOnly.MaxValue;

    public int YearOf(DateOnly day) => day.Year - Since.Year + 1;

    private static Era[] Read()
    {
        using var stream = typeof(Era).Assembly.GetManifestResourceStream("eras.csv")
            ?? throw new InvalidOperationException("The resource eras.csv is missing.");
        using var reader = new StreamReader(stream);

        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(it => new Era(it[0], it[1], DateOnly.Parse(it[2], CultureInfo.InvariantCulture))),
        ];
    }
}
