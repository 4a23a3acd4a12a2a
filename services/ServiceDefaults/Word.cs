using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Mamis.ServiceDefaults;

/// <summary>A word of a fixed list in a path or query, written as in JSON: kebab-case, and nothing else.</summary>
/// <typeparam name="TEnum">The list.</typeparam>
public readonly record struct Word<TEnum>(TEnum Value) : IParsable<Word<TEnum>>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> Words =
        Enum.GetValues<TEnum>().ToDictionary(it => JsonNamingPolicy.KebabCaseLower.ConvertName(it.ToString()));

    public static Word<TEnum> Parse(string s, IFormatProvider? provider) =>
        new(Words.TryGetValue(s, out var value) ? value : throw new FormatException($"'{s}' is not one of {string.Join(", ", Words.Keys)}."));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Word<TEnum> result)
    {
        var known = Words.TryGetValue(s ?? string.Empty, out var value);
        result = new(value);
        return known;
    }
}
