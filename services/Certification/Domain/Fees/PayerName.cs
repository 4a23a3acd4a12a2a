using Mamis.Kernel;

namespace Mamis.Certification.Domain.Fees;

/// <summary>Makes kana names comparable with what banks print: they know no small kana, drop blanks, and write a long vowel as a dash.</summary>
public static class PayerName
{
    private const char FirstHiragana = '\u3041';
    private const char LastHiragana = '\u3096';
    private const char FirstKatakana = '\u30a1';
    private const char LastKatakana = '\u30fa';
    private const int HiraganaToKatakana = 0x60;

    public static string Key(string name) => string.Concat(Width.Fold(name).Select(Wide).Where(it => it is >= FirstKatakana and <= LastKatakana).Select(Large));

    private static char Wide(char kana) => kana is >= FirstHiragana and <= LastHiragana ? (char)(kana + HiraganaToKatakana) : kana;

    private static char Large(char kana) => kana switch
    {
        '\u30a1' or '\u30a3' or '\u30a5' or '\u30a7' or '\u30a9' or '\u30c3' or '\u30e3' or '\u30e5' or '\u30e7' or '\u30ee' => (char)(kana + 1),
        '\u30f5' => '\u30ab',
        '\u30f6' => '\u30b1',
        _ => kana,
    };
}
