using System.Text;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Tests.Domain;

/// <summary>How long the code on the wall and a physician's pass hold, and what opens nothing.</summary>
public sealed class DoorCodeTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("the key of one session or service");
    private static readonly byte[] OtherKey = Encoding.UTF8.GetBytes("the key of another one");

    /// <summary>A half minute begins here.</summary>
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(31, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(61, false)]
    [InlineData(-1, false)]
    public void A_code_holds_while_it_is_shown_and_for_the_half_minute_after_G5(int seconds, bool holds) =>
        Assert.Equal(holds, WallCode.Holds(Key, WallCode.At(Key, Noon), Noon.AddSeconds(seconds)));

    [Fact]
    public void It_changes_every_half_minute_and_says_when()
    {
        Assert.Equal(WallCode.At(Key, Noon), WallCode.At(Key, Noon.AddSeconds(29)));
        Assert.NotEqual(WallCode.At(Key, Noon), WallCode.At(Key, Noon.AddSeconds(30)));
        Assert.Equal(Noon.AddSeconds(30), WallCode.ChangesAfter(Noon.AddSeconds(29)));
    }

    [Fact]
    public void The_code_of_another_session_opens_nothing_here() => Assert.False(WallCode.Holds(Key, WallCode.At(OtherKey, Noon), Noon));

    [Fact]
    public void A_code_that_has_passed_is_told_from_one_that_never_was()
    {
        Assert.True(WallCode.Held(Key, WallCode.At(Key, Noon), Noon.AddMinutes(9)));
        Assert.False(WallCode.Held(Key, WallCode.At(Key, Noon), Noon.AddMinutes(10)));
        Assert.False(WallCode.Held(Key, WallCode.At(OtherKey, Noon), Noon));
    }

    [Fact]
    public void A_code_is_read_as_people_type_it()
    {
        var code = Enumerable.Range(0, 1000).Select(it => WallCode.At(Key, Noon.AddMinutes(it))).First(it => it.Contains('0') && it.Contains('1'));
        var typed = $"{code[..4]} {code[4..]}".ToLowerInvariant().Replace('0', 'o').Replace('1', 'l');

        Assert.Equal(WallCode.Length, code.Length);
        Assert.Equal(code, PlainLetters.Clean(typed));
        Assert.Equal(code, PlainLetters.Clean(string.Concat(code.Select(it => (char)(it - '!' + '\uff01')))));
    }

    [Theory]
    [InlineData(-1, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(59, 0, true)]
    [InlineData(60, 0, false)]
    [InlineData(179, 120, true)]
    [InlineData(180, 120, false)]
    [InlineData(-120, 120, true)]
    [InlineData(-121, 120, false)]
    public void A_pass_holds_a_minute_and_two_more_each_way_where_the_clock_may_be_wrong_G5(int seconds, int give, bool holds) =>
        Assert.Equal(holds, CheckInPass.For(Some.Holder, Noon).HoldsAt(Noon.AddSeconds(seconds), TimeSpan.FromSeconds(give)));

    [Fact]
    public void A_pass_says_who_and_since_when_and_nothing_else_can_be_made_of_it()
    {
        var pass = CheckInPass.For(Some.Holder, Noon);
        var text = pass.Write(Key);

        Assert.Equal(pass, CheckInPass.Read(Key, text.ToLowerInvariant()));
        Assert.Null(CheckInPass.Read(OtherKey, text));
        Assert.Null(CheckInPass.Read(Key, text[..^1]));
        Assert.All(Enumerable.Range(0, text.Length - 1), it => Assert.Null(CheckInPass.Read(Key, Flipped(text, it))));
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{58}$", text);
    }

    [Fact]
    public void Bytes_survive_being_written_as_letters()
    {
        var random = new Random(1);

        foreach (var length in Enumerable.Range(0, 40))
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(bytes, PlainLetters.Read(PlainLetters.Write(bytes)));
        }
    }

    private static string Flipped(string text, int at) => text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
}
