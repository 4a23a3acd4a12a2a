using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Domain;

/// <summary>Which spellings of a name are the same name.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("ヤマダ　タロウ", "ﾔﾏﾀﾞﾀﾛｳ")]
    [InlineData("山田 太郎", "山田　太郎")]
    [InlineData("Ｓｍｉｔｈ　Ｊｏｈｎ", "SmithJohn")]
    [InlineData("パク", "ﾊﾟｸ")]
    [InlineData("ヴァン", "ｳﾞｧﾝ")]
    [InlineData("がく", "か\u3099く")]
    public void Width_blanks_and_joined_sound_marks_make_no_difference(string one, string other) =>
        Assert.Equal(Spelling.Comparable(one), Spelling.Comparable(other));

    [Theory]
    [InlineData("高橋", "髙橋")]
    [InlineData("山崎", "山﨑")]
    [InlineData("斉藤", "齋藤")]
    [InlineData("\uFA19谷", "神谷")]
    [InlineData("カト", "ガト")]
    [InlineData("きよ", "きょ")]
    public void Another_character_is_another_name(string one, string other) =>
        Assert.NotEqual(Spelling.Comparable(one), Spelling.Comparable(other));

    [Fact]
    public void Digits_are_read_in_either_width() => Assert.Equal("2026-04-01", Spelling.Narrow("　２０２６－０４－０１ "));
}
