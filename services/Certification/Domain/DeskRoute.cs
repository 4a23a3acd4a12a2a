using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>The desks an application passes: county, prefecture, JMA for members; prefecture of the workplace, JMA for others (domain.md 3.9).</summary>
public static class DeskRoute
{
    public static IReadOnlyList<string> Of(Standing standing) => standing.IsMember
        ? [standing.Desk, standing.DeskPrefecture, Association.Jma]
        : [standing.DeskPrefecture, Association.Jma];

    /// <summary>The desk after this one; null after the last.</summary>
    public static string? After(this IReadOnlyList<string> desks, string desk) =>
        desks.SkipWhile(it => it != desk).Skip(1).FirstOrDefault();
}
