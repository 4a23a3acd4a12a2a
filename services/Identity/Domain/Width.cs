using System.Text;

namespace Mamis.Identity.Domain;

/// <summary>Folds full-width Latin letters, digits and signs and half-width kana, as NFKC does; kanji variants stay as they are.</summary>
/// <remarks>Own, because the services run without ICU, where .NET does not normalise.</remarks>
public static class Width
{
    private const string HalfKana = "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private const string FullKana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string TakesVoice = "カキクケコサシスセソタチツテトハヒフヘホ";
    private const string TakesHalfVoice = "ハヒフヘホ";

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);

        foreach (var character in text)
        {
            switch (character)
            {
                case 'ﾞ' when Last(folded) is var last && TakesVoice.Contains(last, StringComparison.Ordinal):
                    folded[^1] = (char)(last + 1);
                    break;
                case 'ﾞ' when Last(folded) == 'ウ':
                    folded[^1] = 'ヴ';
                    break;
                case 'ﾟ' when Last(folded) is var last && TakesHalfVoice.Contains(last, StringComparison.Ordinal):
                    folded[^1] = (char)(last + 2);
                    break;
                default:
                    folded.Append(Fold(character));
                    break;
            }
        }

        return folded.ToString();
    }

    private static char Fold(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - '！' + '!'),
        '\u3000' => ' ',
        _ when HalfKana.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at => FullKana[at],
        _ => character,
    };

    private static char Last(StringBuilder text) => text.Length > 0 ? text[^1] : '\0';
}
