using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>The reading of a name, stored in full-width katakana so that it can be sorted and compared.</summary>
public static class Kana
{
    private const int HiraganaToKatakana = 'ァ' - 'ぁ';

    /// <summary>The reading as it is stored, or null when it holds anything but kana.</summary>
    public static string? Read(string text)
    {
        var katakana = string.Concat(Width.Fold(text).Trim().Select(Katakana));

        return katakana.Length > 0 && katakana.All(IsKana) ? katakana : null;
    }

    private static char Katakana(char character) =>
        character is >= 'ぁ' and <= 'ゖ' ? (char)(character + HiraganaToKatakana) : character;

    private static bool IsKana(char character) => character is (>= 'ァ' and <= 'ヺ') or 'ー' or '・' or ' ';
}
