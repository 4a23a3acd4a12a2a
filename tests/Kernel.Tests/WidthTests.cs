namespace Mamis.Kernel.Tests;

/// <summary>Both widths are typed in Japan, and both are meant.</summary>
public sealed class WidthTests
{
    [Theory]
    [InlineData("ｶﾞｷﾞｸﾞｹﾞｺﾞﾊﾟﾋﾞｳﾞｰ", "ガギグゲゴパビヴー")]
    [InlineData("か\u3099は\u309aう\u3099", "がぱゔ")]
    [InlineData("｢ｱ･ｲ｣｡", "「ア・イ」。")]
    [InlineData("ＡＢＣ－１２３＠　～", "ABC-123@ ~")]
    [InlineData("ﾞ", "\u3099")]
    [InlineData("ﾅﾞ", "ナ\u3099")]
    public void Folding_makes_letters_narrow_and_kana_wide(string text, string folded) => Assert.Equal(folded, Width.Fold(text));

    [Theory]
    [InlineData("髙﨑邉")]
    [InlineData("\uFA19谷")]
    public void Another_form_of_a_kanji_is_another_name(string name) => Assert.Equal(name, Width.Fold(name));

    [Theory]
    [InlineData("Ｒ８．４．１", "R8.4.1")]
    [InlineData("ｶﾞ　ガ", "ｶﾞ ガ")]
    [InlineData(null, "")]
    public void Narrowing_leaves_kana_alone(string? text, string narrow) => Assert.Equal(narrow, Width.Narrow(text));
}
