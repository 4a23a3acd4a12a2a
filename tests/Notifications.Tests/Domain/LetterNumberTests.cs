using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Domain;

public sealed class LetterNumberTests
{
    [Theory]
    [InlineData(1, "0000000018")]
    [InlineData(2, "0000000026")]
    [InlineData(123_456_789, "1234567897")]
    [InlineData(999_999_999, "9999999999")]
    public void The_last_digit_follows_from_the_others(long sequence, string number) => Assert.Equal(number, LetterNumber.Of(sequence));

    [Theory]
    [InlineData("1234567897")]
    [InlineData("１２３４ ５６７８ ９７")]
    [InlineData("123-456-7897")]
    public void A_number_is_read_as_people_type_it(string typed) => Assert.Equal(("1234567897", null), LetterNumber.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234567898")]
    [InlineData("123456789")]
    [InlineData("12345678970")]
    [InlineData("123456789x")]
    public void What_is_no_number_is_refused(string? typed) => Assert.Equal("LETTER_NUMBER_UNREADABLE", LetterNumber.Read(typed).Refusal?.Code);

    [Fact]
    public void Every_slip_of_one_digit_is_noticed()
    {
        var slips =
            from place in Enumerable.Range(0, 10)
            from digit in "0123456789"
            where "1234567897"[place] != digit
            select $"{"1234567897"[..place]}{digit}{"1234567897"[(place + 1)..]}";

        Assert.All(slips, it => Assert.NotNull(LetterNumber.Read(it).Refusal));
    }
}
