using System.Collections.Concurrent;
using System.Globalization;

namespace Mamis.Certification.Domain.Rounds;

/// <summary>Public holidays of Japan, computed from dated rules in a data file, so that no year is without them.</summary>
/// <remarks>The law gives the days, the substitute for a Sunday and the day between two holidays; the equinoxes are announced each February for the next year, and the formula has met all of them since 1980.</remarks>
public static class PublicHolidays
{
    private static readonly HolidayRule[] Rules = HolidayRule.Read();

    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> Years = new();

    /// <summary>Why nobody sits at a desk on this day; null on a working day. A holiday is named before the weekend it falls on.</summary>
    public static DayOff? DayOffOn(DateOnly day) => day switch
    {
        _ when IsHoliday(day) => DayOff.PublicHoliday,
        { DayOfWeek: DayOfWeek.Saturday } => DayOff.Saturday,
        { DayOfWeek: DayOfWeek.Sunday } => DayOff.Sunday,
        _ => null,
    };

    public static bool IsHoliday(DateOnly day) => IsNamed(day) || IsSubstitute(day) || (IsNamed(day.AddDays(-1)) && IsNamed(day.AddDays(1)));

    /// <summary>The first day after a holiday on a Sunday that is none itself (article 3, paragraph 2).</summary>
    private static bool IsSubstitute(DateOnly day)
    {
        var before = day.AddDays(-1);

        while (IsNamed(before) && before.DayOfWeek != DayOfWeek.Sunday)
        {
            before = before.AddDays(-1);
        }

        return IsNamed(before);
    }

    private static bool IsNamed(DateOnly day) => Years.GetOrAdd(day.Year, static year => [.. Rules.Select(it => it.In(year)).OfType<DateOnly>()]).Contains(day);

    /// <summary>One line of the data file: from when until when it holds, the month, and which day of it.</summary>
    private sealed record HolidayRule(DateOnly Since, DateOnly Until, int Month, string On)
    {
        public static HolidayRule[] Read() => [.. DataFile.Rows("public-holidays.csv").Select(it => new HolidayRule(
            Day(it[0]), it[1].Length == 0 ? DateOnly.MaxValue : Day(it[1]), int.Parse(it[2], CultureInfo.InvariantCulture), it[3]))];

        public DateOnly? In(int year)
        {
            var day = new DateOnly(year, Month, On switch
            {
                "spring-equinox" => Equinox(20.8431, year),
                "autumn-equinox" => Equinox(23.2488, year),
                [var nth, .., 'm', 'o', 'n', 'd', 'a', 'y'] => Monday(nth - '0', year),
                _ => int.Parse(On, CultureInfo.InvariantCulture),
            });

            return day >= Since && day <= Until ? day : null;
        }

        /// <summary>The day of the month from the equinox of 1980, the length of the tropical year, and the leap days since.</summary>
        private static int Equinox(double in1980, int year) => (int)(in1980 + (0.242194 * (year - 1980))) - ((year - 1980) / 4);

        private int Monday(int nth, int year) => 1 + (((int)DayOfWeek.Monday - (int)new DateOnly(year, Month, 1).DayOfWeek + 7) % 7) + (7 * (nth - 1));

        private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
