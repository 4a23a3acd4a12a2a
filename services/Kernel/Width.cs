using System.Text;

namespace Mamis.Kernel;

/// <summary>
/// Makes spellings comparable that differ only in the width of letters, digits, signs and kana. Kanji are never touched, since
/// 高 and 髙, or 崎 and 﨑, are different names to their bearers.
/// </summary>
/// <remarks>
/// The forms that NFKC has for these characters, as a table: the services run without ICU, where .NET does not normalise, and full
/// NFKC would alter kanji of the compatibility block.
/// </remarks>
public static class Width
{
    private const char VoicedMark = '\u3099';
    private const char HalfVoicedMark = '\u309a';

    /// <summary>What the half-width block from U+FF61 to U+FF9F stands for, in its order.</summary>
    private const string WideKana =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309a";

    private const string TakesVoice = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
    private const string TakesHalfVoice = "はひふへほハヒフヘホ";

    /// <summary>Letters, digits, signs and blanks narrow; kana as they are. Nothing typed is an empty text.</summary>
    public static string Narrow(string? text) => string.Concat((text ?? string.Empty).Select(Narrow));

    /// <summary>As <see cref="Narrow(string?)"/>, and kana wide, each in one character with its sound mark.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);

        foreach (var character in text.Select(it => Wide(Narrow(it))))
        {
            if (folded.Length > 0 && Joined(folded[^1], character) is { } joined)
            {
                folded[^1] = joined;
            }
            else
            {
                folded.Append(character);
            }
        }

        return folded.ToString();
    }

    private static char Narrow(char character) => character switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(character - '\uff01' + '!'),
        '\u3000' => ' ',
        _ => character,
    };

    private static char Wide(char character) => character is >= '\uff61' and <= '\uff9f' ? WideKana[character - '\uff61'] : character;

    /// <summary>Narrow kana, and some file systems, write a kana and its sound mark as two characters.</summary>
    private static char? Joined(char kana, char mark) => (kana, mark) switch
    {
        ('う', VoicedMark) => 'ゔ',
        ('ウ', VoicedMark) => 'ヴ',
        (_, VoicedMark) when TakesVoice.Contains(kana, StringComparison.Ordinal) => (char)(kana + 1),
        (_, HalfVoicedMark) when TakesHalfVoice.Contains(kana, StringComparison.Ordinal) => (char)(kana + 2),
        _ => null,
    };
}
