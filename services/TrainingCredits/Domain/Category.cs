using System.Collections.Frozen;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>What a unit is a unit of; basic for a new certificate, lifelong for a renewal, the rest for sports (rules U2, U3).</summary>
public enum Category
{
    BasicEarly,
    BasicField,
    BasicLate,
    LifeUpdate,
    LifeField,
    LifeSpecial,
    CourseEarly,
    CourseLate,
    Retraining,
}

/// <summary>Which certification the units of a category serve (rule U3).</summary>
public static class Schemes
{
    public static Scheme Scheme(this Category category) =>
        category is Category.CourseEarly or Category.CourseLate or Category.Retraining ? Kernel.Scheme.Sports : Kernel.Scheme.Occupational;
}

/// <summary>The items of early training and the subjects of the sports course; other categories have none.</summary>
public static class Items
{
    private static readonly FrozenDictionary<Category, FrozenSet<string>> Known = new Dictionary<Category, FrozenSet<string>>
    {
        [Category.BasicEarly] = new[]
        {
            "general", "health-management", "mental-health", "health-promotion",
            "work-environment", "work-management", "hazardous-work", "practice",
        }.ToFrozenSet(),
        [Category.CourseEarly] = Subjects(1, 13),
        [Category.CourseLate] = Subjects(14, 25),
    }.ToFrozenDictionary();

    public static bool Belongs(string item, Category category) => Known.TryGetValue(category, out var items) && items.Contains(item);

    private static FrozenSet<string> Subjects(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(it => $"S{it:00}").ToFrozenSet();
}
