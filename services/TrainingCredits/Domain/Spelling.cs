using System.Text;

namespace Mamis.TrainingCredits.Domain;

/// <summary>
/// Makes two spellings of one name or number comparable: width of digits, letters and kana, and blanks. Kanji are never
/// touched, since 高 and 髙, or 崎 and 﨑, are different names to their bearers.
/// </summary>
/// <remarks>The forms that NFKC has for these characters, as a table: full NFKC would alter kanji of the compatibility block.</remarks>
public static class Spelling
{
    private const string WideKana =
        "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309a";

    private const string Voiced = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
    private const string HalfVoiced = "はひふへほハヒフヘホ";
    private const char VoicedMark = '\u3099';
    private const char HalfVoicedMark = '\u309a';

    /// <summary>A name as it is compared: without blanks, kana wide, letters and digits narrow.</summary>
    public static string Comparable(string name)
    {
        var text = new StringBuilder(name.Length);

        foreach (var character in name)
        {
            if (!char.IsWhiteSpace(character))
            {
                Add(text, Normal(character));
            }
        }

        return text.ToString();
    }

    /// <summary>A number, date or code as a person may have typed it, with narrow characters and without blanks around.</summary>
    public static string Narrow(string text) => string.Concat(text.Select(Normal)).Trim();

    private static char Normal(char character) => character switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(character - 0xfee0),
        '\u3000' => ' ',
        >= '\uff65' and <= '\uff9f' => WideKana[character - '\uff65'],
        _ => character,
    };

    /// <summary>Joins a kana and its sound mark, which narrow kana and some file systems write as two characters.</summary>
    private static void Add(StringBuilder text, char character)
    {
        var joined = text.Length > 0 ? Joined(text[^1], character) : null;

        if (joined is { } one)
        {
            text[^1] = one;
        }
        else
        {
            text.Append(character);
        }
    }

    private static char? Joined(char kana, char mark) => (kana, mark) switch
    {
        ('う', VoicedMark) => 'ゔ',
        ('ウ', VoicedMark) => 'ヴ',
        (_, VoicedMark) when Voiced.Contains(kana) => (char)(kana + 1),
        (_, HalfVoicedMark) when HalfVoiced.Contains(kana) => (char)(kana + 2),
        _ => null,
    };
}
