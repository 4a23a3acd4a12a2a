using System.Globalization;
using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>The number printed on a letter: nine digits in the order of printing and one that the others determine, so that a slip of the finger is noticed.</summary>
public static class LetterNumber
{
    private const int Length = 10;

    public static string Of(long sequence)
    {
        var digits = sequence.ToString("D9", CultureInfo.InvariantCulture);
        return $"{digits}{(10 - (Sum($"{digits}0") % 10)) % 10}";
    }

    /// <summary>The ten digits out of what was typed or scanned, or why they are none.</summary>
    public static (string Number, Refusal? Refusal) Read(string? typed)
    {
        var number = Width.Narrow(typed).Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
        var fits = number.Length == Length && number.All(char.IsAsciiDigit) && Sum(number) % 10 == 0;

        return (number, fits ? null : Refusals.LetterNumberUnreadable);
    }

    /// <summary>Luhn's sum (ISO/IEC 7812-1): every second digit from the right counts double, its own digits added.</summary>
    private static int Sum(string digits) => digits.Reverse().Select((digit, i) => (digit - '0') * (1 + (i % 2))).Sum(it => (it / 10) + (it % 10));
}
