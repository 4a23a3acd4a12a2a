using System.Globalization;

namespace Mamis.Portal.Shared;

/// <summary>The codes of the glossary that forms offer, in the order in which people look for them.</summary>
public static class Glossary
{
    public static string[] Categories { get; } =
        ["life-update", "life-field", "life-special", "basic-early", "basic-field", "basic-late", "course-early", "course-late", "retraining"];

    public static string[] Items { get; } =
    [
        "general", "health-management", "mental-health", "health-promotion", "work-environment", "work-management", "hazardous-work", "practice",
        .. Enumerable.Range(1, 25).Select(it => string.Create(CultureInfo.InvariantCulture, $"S{it:00}")),
    ];

    public static string[] Modes { get; } = ["onsite", "web"];

    public static string[] Sources { get; } = ["mamis", "paper"];

    public static string[] Schemes { get; } = ["occupational", "sports"];

    /// <summary>JIS X 0401, 01 to 47.</summary>
    public static string[] Prefectures { get; } =
        [.. Enumerable.Range(1, 47).Select(it => it.ToString("00", CultureInfo.InvariantCulture))];
}
