namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The published codes of what a session is about: eight early items and 25 sports subjects.</summary>
public static class TrainingItems
{
    /// <summary>The items of occupational early training, in the order of the handbook.</summary>
    public static IReadOnlyList<string> Early { get; } =
    [
        "general", "health-management", "mental-health", "health-promotion",
        "work-environment", "work-management", "hazardous-work", "practice",
    ];

    /// <summary>The subjects of the sports course, S01 to S25.</summary>
    public static IReadOnlyList<string> Subjects { get; } = [.. Enumerable.Range(1, 25).Select(it => $"S{it:00}")];

    public static bool Exists(string item) => Early.Contains(item) || Subjects.Contains(item);
}
