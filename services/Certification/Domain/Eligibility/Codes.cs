using System.Text.Json;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The published codes of an enumeration: its names in kebab case, as the glossary writes them.</summary>
public static class Codes
{
    public static string Of<TCode>(TCode code)
        where TCode : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    public static TCode? Find<TCode>(string? name)
        where TCode : struct, Enum => name is not null && Known<TCode>.ByName.TryGetValue(name, out var code) ? code : null;

    public static string All<TCode>()
        where TCode : struct, Enum => string.Join(", ", Known<TCode>.ByName.Keys);

    private static class Known<TCode>
        where TCode : struct, Enum
    {
        public static readonly Dictionary<string, TCode> ByName = Enum.GetValues<TCode>().ToDictionary(it => Of(it));
    }
}
