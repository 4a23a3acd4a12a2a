using Mamis.Certification.Domain.Fees;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>The number on a transfer: found in what banks make of it, and given away by a slip of the pen.</summary>
public sealed class TransferReferenceTests
{
    private static readonly string Digits = TransferReference.Of(First).Digits;

    [Fact]
    public void It_has_ten_digits_never_begins_with_a_zero_and_follows_from_the_application()
    {
        Assert.Equal(Digits, TransferReference.Of(First).Digits);
        Assert.NotEqual(Digits, TransferReference.Of(Second).Digits);
        Assert.All(
            Enumerable.Range(0, 200).Select(_ => TransferReference.Of(new(Guid.CreateVersion7())).Digits), it => Assert.Matches("^[1-9][0-9]{9}$", it));
    }

    [Fact]
    public void Every_wrong_digit_and_every_two_neighbours_exchanged_are_found_out()
    {
        var wrong = Enumerable.Range(0, 10).SelectMany(at => Enumerable.Range(0, 10).Select(digit => Digits[..at] + digit + Digits[(at + 1)..]));
        var exchanged = Enumerable.Range(0, 9).Select(at => Digits[..at] + Digits[at + 1] + Digits[at] + Digits[(at + 2)..]);

        Assert.All(wrong.Concat(exchanged).Where(it => it != Digits), it => Assert.Empty(TransferReference.In(it)));
    }

    [Fact]
    public void It_is_found_before_a_name_in_half_width_or_full_width_and_nowhere_inside_a_longer_number()
    {
        var wide = string.Concat(Digits.Select(it => (char)(it + '\uff10' - '0')));

        Assert.All(
            new[] { Digits, $"{Digits}\uff94\uff8f\uff80\uff9e \uff8a\uff85\uff7a", $"{wide}\u3000\u30e4\u30de\u30c0", $"{Digits[..3]}-{Digits[3..6]}-{Digits[6..]} ABE", $"{Digits} {Digits}" },
            it => Assert.Equal([Digits], TransferReference.In(it).Select(found => found.Digits)));
        Assert.Empty(TransferReference.In($"1{Digits} {Digits}9 0312345678"));
    }

    [Theory]
    [InlineData("\u30ad\u30e7\u30a6\u30b3", "\uff77\uff96\uff73\uff7a")]
    [InlineData("\u304c\u3063\u304d", "\uff76\uff9e\uff82 \uff77")]
    [InlineData("\u30aa\u30fc\u30e4\u30de", "\uff75-\uff94\uff8f")]
    public void A_name_is_compared_as_banks_print_it(string name, string printed) => Assert.Equal(PayerName.Key(name), PayerName.Key(printed));

    [Fact]
    public void Other_names_stay_other_names() => Assert.NotEqual(PayerName.Key("\u30e4\u30de\u30c0"), PayerName.Key("\u30e4\u30de\u30bf"));
}
