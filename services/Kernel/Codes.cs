using System.Collections.Frozen;
using System.Text.Json;

namespace Mamis.Kernel;

/// <summary>The published codes of an enumeration: its names in kebab case, as the glossary writes them: <c>life-update</c>, <c>set-aside</c>.</summary>
public static class Codes
{
    public static string Of<TCode>(TCode value)
        where TCode : struct, Enum => Table<TCode>.Codes[value];

    public static TCode? Find<TCode>(string? code)
        where TCode : struct, Enum => code is not null && Table<TCode>.Values.TryGetValue(code, out var value) ? value : null;

    /// <summary>What may be written, for explanations.</summary>
    public static string All<TCode>()
        where TCode : struct, Enum => string.Join(", ", Enum.GetValues<TCode>().Select(Of));

    private static class Table<TCode>
        where TCode : struct, Enum
    {
        public static readonly FrozenDictionary<TCode, string> Codes =
            Enum.GetValues<TCode>().ToFrozenDictionary(it => it, it => JsonNamingPolicy.KebabCaseLower.ConvertName(it.ToString()));

        public static readonly FrozenDictionary<string, TCode> Values = Codes.ToFrozenDictionary(it => it.Value, it => it.Key);
    }
}
