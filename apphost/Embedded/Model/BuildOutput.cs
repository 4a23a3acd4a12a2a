namespace Mamis.AppHost.Embedded.Model;

/// <summary>Where the build put things: next to this program, in the same configuration.</summary>
public static class BuildOutput
{
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The root of the repository, which is the parent of the artifacts.</summary>
    public static string Root { get; } = Ancestors(Own).First(it => it.Name == "artifacts").Parent?.FullName ?? "/";

    public static string Of(string project) =>
        Path.GetFullPath(Path.Combine(Own.FullName, "..", "..", project, Own.Name, $"{project}.dll"));

    private static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo directory)
    {
        for (var it = directory; it is not null; it = it.Parent)
        {
            yield return it;
        }
    }
}
