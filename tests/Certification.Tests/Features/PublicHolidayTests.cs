using System.Globalization;
using Mamis.Certification.Domain.Rounds;

namespace Mamis.Certification.Tests.Features;

/// <summary>Against the days the Cabinet Office published.</summary>
public sealed class PublicHolidayTests
{
    public static TheoryData<int, string> Published => new()
    {
        { 2025, "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124" },
        // 22 September lies between two holidays; 6 May stands in for the Sunday three days before.
        { 2026, "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123" },
        { 2027, "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void The_holidays_of_a_year_are_those_that_were_published(int year, string published) => Assert.Equal(
        published.Split(' '),
        Enumerable.Range(0, 365).Select(it => new DateOnly(year, 1, 1).AddDays(it)).Where(PublicHolidays.IsHoliday).Select(it => it.ToString("MMdd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-23", DayOff.PublicHoliday)]
    [InlineData("2026-11-28", DayOff.Saturday)]
    [InlineData("2026-11-29", DayOff.Sunday)]
    [InlineData("2027-03-21", DayOff.PublicHoliday)]
    [InlineData("2026-11-24", null)]
    public void A_day_off_says_why(string day, DayOff? expected) => Assert.Equal(expected, PublicHolidays.DayOffOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
}
