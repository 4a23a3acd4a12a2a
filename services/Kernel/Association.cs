using System.Diagnostics.CodeAnalysis;

namespace Mamis.Kernel;

/// <summary>The three tiers of associations. They are legally independent bodies, not branches of each other.</summary>
public enum Tier
{
    /// <summary>郡市区医師会, tier 1; university associations stand here too.</summary>
    County,

    /// <summary>都道府県医師会, tier 2.</summary>
    Prefecture,

    /// <summary>日本医師会, tier 3.</summary>
    Jma,
}

/// <summary>The code of an association: <c>JMA</c>, a prefecture's two digits of JIS X 0401, or a county's <c>13-042</c>.</summary>
/// <remarks>A county's code begins with the prefecture it belongs to. A merger gives the county a new code.</remarks>
public static class Association
{
    public const string Jma = "JMA";

    /// <summary>The tier a code belongs to; null when the text is no association's code.</summary>
    public static Tier? TierOf(string? code) => code switch
    {
        Jma => Tier.Jma,
        { Length: 2 } when IsPrefecture(code) => Tier.Prefecture,
        { Length: 6 } when code[2] == '-' && IsPrefecture(code[..2]) && IsDigits(code[3..]) => Tier.County,
        _ => null,
    };

    /// <summary>The prefecture of a county's or a prefecture's code.</summary>
    public static string PrefectureOf(string code) => code[..2];

    /// <summary>Whether the text is one of the 47 prefectures, <c>01</c> to <c>47</c>.</summary>
    public static bool IsPrefecture([NotNullWhen(true)] string? code) =>
        code is { Length: 2 } && IsDigits(code) && string.CompareOrdinal(code, "01") >= 0 && string.CompareOrdinal(code, "47") <= 0;

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}
