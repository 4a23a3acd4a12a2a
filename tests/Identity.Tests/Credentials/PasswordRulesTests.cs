using Mamis.Identity.Credentials;

namespace Mamis.Identity.Tests.Credentials;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("fourteen signs", false, "PASSWORD_TOO_SHORT")]
    [InlineData("fifteen signs !", false, null)]
    [InlineData("seven s", true, "PASSWORD_TOO_SHORT")]
    [InlineData("eight si", true, null)]
    [InlineData("正しい馬の電池と留め金の合言葉", false, null)]
    public void It_is_15_signs_long_alone_and_8_with_a_second_factor(string password, bool secondFactor, string? code) =>
        Assert.Equal(code, Reasons(password, secondFactor).SingleOrDefault());

    [Theory]
    [InlineData(256, 0)]
    [InlineData(257, 1)]
    public void It_may_be_long(int length, int refusals) =>
        Assert.Equal(refusals, Reasons(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i % 23))))).Count);

    [Fact]
    public void Every_password_of_the_list_is_refused_also_dressed_up_and_repeated()
    {
        var listed = DataFile.Lines("common-passwords.txt");

        Assert.True(listed.Length >= 3_000);
        Assert.All(listed, it =>
        {
            Assert.Contains("PASSWORD_COMMON", Reasons(it, true));
            Assert.Contains("PASSWORD_COMMON", Reasons($"{it.ToUpperInvariant()}!!", true));
            Assert.Contains("PASSWORD_COMMON", Reasons(it + it));
        });
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("1234567890123456")]
    [InlineData("abcdefghijklmnopq")]
    [InlineData("9876543210987654")]
    [InlineData("２０２６２０２６２０２６２０２６")]
    public void Repetitions_and_runs_are_common(string password) => Assert.Contains("PASSWORD_COMMON", Reasons(password));

    [Theory]
    [InlineData("taro@example.invalid")]
    [InlineData("my 1234567 is it")]
    [InlineData("TARO@EXAMPLE.INVALID!")]
    public void One_s_own_data_does_not_make_it_longer(string password) =>
        Assert.Equal(["PASSWORD_OWN_DATA"], Reasons(password, false, "taro@example.invalid", "1234567"));

    [Fact]
    public void One_s_own_data_may_stand_beside_enough_else() =>
        Assert.Empty(Reasons("correct-horse-1234567-battery", false, "1234567"));

    private static IReadOnlyList<string> Reasons(string password, bool secondFactor = false, params string[] own) =>
        [.. PasswordRules.Reasons(password, secondFactor, own).Select(it => it.Code)];
}
