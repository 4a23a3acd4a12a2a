using System.Globalization;
using System.Text.RegularExpressions;
using Mamis.Kernel;

namespace Mamis.Portal.Dates;

/// <summary>Times of day as people in Japan write them, with full-width digits as well.</summary>
public static partial class JapaneseTime
{
    /// <summary>The time, or null when the text is none.</summary>
    public static TimeOnly? Read(string? text) =>
        Written().Match(Width.Narrow(text).Trim()) is { Success: true } match ? new TimeOnly(Number(match, "hour"), Number(match, "minute")) : null;

    public static string Show(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time of day in Japan at an instant.</summary>
    public static string Show(DateTimeOffset instant) => Show(TimeOnly.FromTimeSpan(instant - BusinessCalendar.StartOf(BusinessCalendar.DayOf(instant))));

    private static int Number(Match match, string part) =>
        int.TryParse(match.Groups[part].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Hours and minutes, joined by a colon or said in words; a full hour needs no minutes in words.</summary>
    [GeneratedRegex(@"^(?<hour>[01]?[0-9]|2[0-3])\s*(?::\s*(?<minute>[0-5][0-9])|時\s*(?:(?<minute>[0-5]?[0-9])\s*分)?)$")]
    private static partial Regex Written();
}
