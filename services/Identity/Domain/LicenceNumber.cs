using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>The physician register number (医籍登録番号): 1 to 7 digits without leading zeros; it has no check digit (rule D5).</summary>
public static class LicenceNumber
{
    private const int Longest = 7;

    /// <summary>The number as it is stored, or null when the text is none. Old systems pad it with zeros and write it in full width.</summary>
    public static string? Read(string? text)
    {
        var digits = Width.Fold(text ?? string.Empty).Trim().TrimStart('0');

        return digits.Length is > 0 and <= Longest && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
