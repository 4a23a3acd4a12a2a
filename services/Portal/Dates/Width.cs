namespace Mamis.Portal.Dates;

/// <summary>Full-width digits, letters and signs as their narrow twins: Japanese keyboards write both, and both are meant.</summary>
/// <remarks>By hand, because without the globalization library .NET does not normalise beyond ASCII. Kanji and kana stay as they are.</remarks>
public static class Width
{
    private const char FirstWide = '\uff01';
    private const char LastWide = '\uff5e';
    private const char WideSpace = '\u3000';
    private const int Distance = FirstWide - '!';

    public static string Narrow(string? text) => string.Create(text?.Length ?? 0, text ?? string.Empty, static (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
        {
            narrow[i] = wide[i] switch
            {
                WideSpace => ' ',
                >= FirstWide and <= LastWide => (char)(wide[i] - Distance),
                _ => wide[i],
            };
        }
    });
}
