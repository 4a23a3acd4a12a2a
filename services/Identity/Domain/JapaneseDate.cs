using System.Globalization;
using System.Text.RegularExpressions;
using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>Reads a date as associations write it: 1979-03-09, 1979/3/9, 昭和54年3月9日 or S54.3.9.</summary>
public static partial class JapaneseDate
{
    private static readonly Era[] Eras = [.. DataFile.Rows("eras.csv").Select(it => new Era(it[0], it[1], Iso(it[2]), Iso(it[3])))];

    /// <summary>The day, or null when there is none: a day the era does not have, such as 平成40年, is none either.</summary>
    public static DateOnly? Read(string text)
    {
        var folded = Width.Fold(text).Replace(" ", string.Empty, StringComparison.Ordinal);

        if (Written().Match(folded) is not { Success: true } match)
        {
            return null;
        }

        var era = Eras.FirstOrDefault(it => it.Name == match.Groups["era"].Value || it.Letter.Equals(match.Groups["era"].Value, StringComparison.OrdinalIgnoreCase));
        var year = match.Groups["year"].ValueSpan is ['元'] ? 1 : Number(match, "year");

        if (match.Groups["era"].Length == 0)
        {
            return match.Groups["year"].Length == 4 ? Day(year, Number(match, "month"), Number(match, "day")) : null;
        }

        return era is not null
            && Day(era.From.Year + year - 1, Number(match, "month"), Number(match, "day")) is { } day
            && day >= era.From && day <= era.To
            ? day
            : null;
    }

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].Value, out var number) ? number : 0;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static DateOnly Iso(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<era>\p{Lo}{2}|[MTSHRmtshr])?(?<year>\d{1,4}|元)(?:[-/.]|年)(?<month>\d{1,2})(?:[-/.]|月)(?<day>\d{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    private sealed record Era(string Name, string Letter, DateOnly From, DateOnly To);
}
