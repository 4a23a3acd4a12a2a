using System.Globalization;
using System.Text.RegularExpressions;
using Mamis.Kernel;

namespace Mamis.Portal.Dates;

/// <summary>Dates as people in Japan write them: 令和8年4月1日, R8.4.1, 2026-04-01, with full-width digits as well (G10).</summary>
public static partial class JapaneseDate
{
    /// <summary>Why a text is no date: a key of the page texts.</summary>
    public enum Fault
    {
        None,
        Empty,
        NoDate,

        /// <summary>The day exists, but not in the era that was written.</summary>
        OtherEra,
    }

    public static Fault Read(string? text, out DateOnly day)
    {
        day = default;
        var plain = Width.Narrow(text).Trim();

        if (plain.Length == 0)
        {
            return Fault.Empty;
        }

        var match = Written().Match(plain);

        return match.Success ? Read(match, out day) : Fault.NoDate;
    }

    /// <summary>Year of the West first, the era beside it: both are needed, for papers and for people.</summary>
    public static string Show(DateOnly day) => Era.Of(day) is { } era
        ? Words.Say("date.both", day.Year, day.Month, day.Day, era.Name, Year(era.YearOf(day)))
        : Words.Say("date.western", day.Year, day.Month, day.Day);

    private static Fault Read(Match match, out DateOnly day)
    {
        day = default;
        var era = Era.All.FirstOrDefault(it => Is(it, match.Groups["era"].Value));
        var year = match.Groups["year"].Value is var written && int.TryParse(written, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var western = era is null ? year : era.Since.Year + year - 1;

        if ((match.Groups["era"].Success && era is null) || (era is null && western < 1000) || !TryMake(western, match, out day))
        {
            return Fault.NoDate;
        }

        return era is null || (era.Since <= day && day <= era.Until) ? Fault.None : Fault.OtherEra;
    }

    private static bool TryMake(int year, Match match, out DateOnly day) => DateOnly.TryParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture):00}-{int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture):00}"),
        "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool Is(Era era, string written) =>
        written.Length > 0 && (written.Equals(era.Letter, StringComparison.OrdinalIgnoreCase) || written == era.Name || era.Name.StartsWith(written, StringComparison.Ordinal));

    private static string Year(int year) => year == 1 ? Words.Say("date.first-year") : year.ToString(CultureInfo.InvariantCulture);

    /// <summary>An era or none, a year or the word for a first year, month, day; joined by anything usual.</summary>
    [GeneratedRegex(@"^(?<era>[A-Za-z]|\p{IsCJKUnifiedIdeographs}{1,2}(?=\s*(?:[0-9]|元)))?\s*(?<year>[0-9]{1,4}|元)\s*[年./\-]\s*(?<month>[0-9]{1,2})\s*[月./\-]\s*(?<day>[0-9]{1,2})\s*日?$")]
    private static partial Regex Written();
}
