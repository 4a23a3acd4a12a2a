using FsCheck.Xunit;
using Mamis.Portal.Dates;

namespace Mamis.Portal.Tests;

public sealed class JapaneseDateTests
{
    [Theory]
    [InlineData("令和8年4月1日", "2026-04-01")]
    [InlineData("R8.4.1", "2026-04-01")]
    [InlineData("r8/4/1", "2026-04-01")]
    [InlineData("2026-04-01", "2026-04-01")]
    [InlineData("2026年4月1日", "2026-04-01")]
    [InlineData("２０26．４．１", "2026-04-01")]
    [InlineData("Ｒ８.４.１", "2026-04-01")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("昭和64年1月7日", "1989-01-07")]
    [InlineData("平成1年1月8日", "1989-01-08")]
    [InlineData("S36.4.2", "1961-04-02")]
    [InlineData("昭36.4.2", "1961-04-02")]
    [InlineData("大正15年12月24日", "1926-12-24")]
    [InlineData(" 令和 8 年 4 月 1 日 ", "2026-04-01")]
    public void A_date_is_read_as_people_write_it_G10(string text, string day)
    {
        Assert.Equal(JapaneseDate.Fault.None, JapaneseDate.Read(text, out var read));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("平成31年5月1日", JapaneseDate.Fault.OtherEra)]
    [InlineData("令和元年4月30日", JapaneseDate.Fault.OtherEra)]
    [InlineData("昭和64年1月8日", JapaneseDate.Fault.OtherEra)]
    [InlineData("令和8年2月29日", JapaneseDate.Fault.NoDate)]
    [InlineData("2026-13-01", JapaneseDate.Fault.NoDate)]
    [InlineData("X8.4.1", JapaneseDate.Fault.NoDate)]
    [InlineData("8.4.1", JapaneseDate.Fault.NoDate)]
    [InlineData("令和8年4月", JapaneseDate.Fault.NoDate)]
    [InlineData("<script>", JapaneseDate.Fault.NoDate)]
    [InlineData("\u202e2026-04-01", JapaneseDate.Fault.NoDate)]
    [InlineData("", JapaneseDate.Fault.Empty)]
    [InlineData("　", JapaneseDate.Fault.Empty)]
    [InlineData(null, JapaneseDate.Fault.Empty)]
    public void What_is_no_date_is_refused_with_the_reason(string? text, JapaneseDate.Fault fault) =>
        Assert.Equal(fault, JapaneseDate.Read(text, out _));

    [Theory]
    [InlineData("2019-04-30", "2019年4月30日(平成31年)")]
    [InlineData("2019-05-01", "2019年5月1日(令和元年)")]
    [InlineData("2027-01-31", "2027年1月31日(令和9年)")]
    public void A_date_is_shown_with_western_year_and_era(string day, string shown) =>
        Assert.Equal(shown, JapaneseDate.Show(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Property]
    public void Every_day_since_Meiji_survives_being_written_in_its_era(int days)
    {
        var day = new DateOnly(1868, 10, 23).AddDays((int)((uint)days % 60_000));
        var era = Assert.IsType<Era>(Era.Of(day));

        Assert.Equal(JapaneseDate.Fault.None, JapaneseDate.Read($"{era.Letter}{era.YearOf(day)}.{day.Month}.{day.Day}", out var read));
        Assert.Equal(day, read);
    }

    [Property]
    public void No_text_makes_the_reader_fall_over(string? text) => JapaneseDate.Read(text, out _);
}
