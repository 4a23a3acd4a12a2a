using System.Globalization;

namespace Mamis.Certification.Features.Fees.Statements;

/// <summary>A day as banks write it: six digits, the year of the era (令和) or, at some, the last two of the common year.</summary>
public static class ZenginDay
{
    /// <summary>The years before the first ones counted; statements older than an era are deleted here anyway.</summary>
    private static readonly int[] YearsBefore = [2018, 2000];

    /// <summary>Of the days it can mean the one nearest to today; null when it means none.</summary>
    public static DateOnly? Read(string digits, DateOnly today)
    {
        DateOnly[] days = [.. YearsBefore.Select(before => In(before, digits)).OfType<DateOnly>()];

        return days is [] ? null : days.MinBy(it => Math.Abs(it.DayNumber - today.DayNumber));
    }

    private static DateOnly? In(int before, string digits) =>
        int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && DateOnly.TryParseExact($"{before + year:0000}{digits[2..]}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
