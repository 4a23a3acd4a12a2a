using Mamis.Identity.Domain;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Domain;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("1979-03-09", "1979-03-09")]
    [InlineData("1979/3/9", "1979-03-09")]
    [InlineData("昭和54年3月9日", "1979-03-09")]
    [InlineData("昭和５４年３月９日", "1979-03-09")]
    [InlineData("S54.3.9", "1979-03-09")]
    [InlineData("s54/3/9", "1979-03-09")]
    [InlineData("昭和64年1月7日", "1989-01-07")]
    [InlineData("平成元年1月8日", "1989-01-08")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("大正15年12月24日", "1926-12-24")]
    [InlineData("昭和元年12月25日", "1926-12-25")]
    public void A_date_is_read_as_associations_write_it(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), JapaneseDate.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("昭和64年1月8日")]
    [InlineData("平成元年1月7日")]
    [InlineData("平成31年5月1日")]
    [InlineData("昭和54年2月29日")]
    [InlineData("架空54年3月9日")]
    [InlineData("54-3-9")]
    [InlineData("1979-13-01")]
    [InlineData("1979-03-09T00:00")]
    public void What_is_no_day_is_none(string text) => Assert.Null(JapaneseDate.Read(text));

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1234567", "1234567")]
    [InlineData("0012345", "12345")]
    [InlineData(" １２３ ", "123")]
    [InlineData("12345678", null)]
    [InlineData("0", null)]
    [InlineData("12a", null)]
    [InlineData("-1", null)]
    public void A_register_number_has_1_to_7_digits_D5(string text, string? number) => Assert.Equal(number, LicenceNumber.Read(text));

    [Theory]
    [InlineData("たかはし", "タカハシ")]
    [InlineData("ﾀｶﾊｼ", "タカハシ")]
    [InlineData("ヴァン・デル", "ヴァン・デル")]
    [InlineData("高橋", null)]
    [InlineData("", null)]
    public void A_reading_is_kept_in_katakana(string text, string? kana) => Assert.Equal(kana, Kana.Read(text));

    [Theory]
    [InlineData("taro@example.invalid", true)]
    [InlineData("taro+jma@example.invalid", true)]
    [InlineData("Taro <taro@example.invalid>", false)]
    [InlineData("taro", false)]
    [InlineData("a b@example.invalid", false)]
    public void An_address_is_one_address(string text, bool valid) => Assert.Equal(valid, EmailAddress.Read(text) is not null);

    [Fact]
    public void A_family_name_may_change_and_a_birth_date_may_not_A6()
    {
        Assert.True(Invented.Person.IsSameAs(Invented.Person with { FamilyName = "改姓", FamilyNameKana = "カイセイ" }));
        Assert.True(Invented.Person.IsSameAs(Invented.Person with { GivenName = "太朗" }));
        Assert.False(Invented.Person.IsSameAs(Invented.Person with { GivenName = "花子", GivenNameKana = "ハナコ" }));
        Assert.False(Invented.Person.IsSameAs(Invented.Person with { BirthDate = new(1979, 3, 10) }));
        Assert.False(Invented.Person.IsSameAs(Invented.Person with { LicenceNumber = "123457" }));
    }

    [Fact]
    public void The_terms_of_a_day_are_the_last_that_took_effect()
    {
        Assert.Equal("2025-04-01", Terms.On(new(2025, 4, 1)).Version);
        Assert.Equal("2025-04-01", Terms.On(new(2025, 3, 31)).Version);
        Assert.Contains("利用規約", Terms.On(Invented.Today).Text, StringComparison.Ordinal);
    }
}
