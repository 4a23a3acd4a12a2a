using System.Collections.Frozen;
using System.Text.Json;

namespace Mamis.TrainingCredits.Domain;

/// <summary>The codes of the glossary in lists, answers and messages: <c>life-update</c>, <c>onsite</c>, <c>set-aside</c>.</summary>
public static class Code
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Codes[value];

    public static TEnum? Read<TEnum>(string? code)
        where TEnum : struct, Enum => code is not null && Table<TEnum>.Values.TryGetValue(code, out var value) ? value : null;

    /// <summary>What may be written, for explanations.</summary>
    public static string Choices<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Codes =
            Enum.GetValues<TEnum>().ToFrozenDictionary(it => it, it => JsonNamingPolicy.KebabCaseLower.ConvertName(it.ToString()));

        public static readonly FrozenDictionary<string, TEnum> Values = Codes.ToFrozenDictionary(it => it.Value, it => it.Key);
    }
}
