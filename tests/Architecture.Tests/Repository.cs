namespace Mamis.Architecture.Tests;

/// <summary>The source files of the repository, as the rules look at them.</summary>
public static class Repository
{
    private static readonly string[] Made = ["artifacts", "obj", "bin", ".mamis"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The code that is delivered: services, gateway, contracts, AppHost.</summary>
    public static IReadOnlyList<SourceFile> Code { get; } = [.. DeliveredFiles("*.cs")];

    public static IReadOnlyList<SourceFile> Pages { get; } = [.. DeliveredFiles("*.razor")];

    public static IReadOnlyList<SourceFile> Delivered { get; } = [.. Code, .. Pages];

    public static IReadOnlyList<SourceFile> Documents { get; } = [.. Files(Root, "*.md")];

    /// <summary>With the tests.</summary>
    public static IReadOnlyList<SourceFile> AllCode { get; } = [.. Files(Root, "*.cs")];

    public static IEnumerable<string> Projects => Paths(Root, "*.csproj");

    private static IEnumerable<SourceFile> DeliveredFiles(string pattern) =>
        new[] { "services", "gateway", "contracts", "apphost" }.SelectMany(it => Files(Path.Combine(Root, it), pattern));

    private static IEnumerable<SourceFile> Files(string folder, string pattern) => Paths(folder, pattern)
        .Select(it => new SourceFile(Path.GetRelativePath(Root, it).Replace('\\', '/'), File.ReadAllText(it)));

    private static IEnumerable<string> Paths(string folder, string pattern) => Directory
        .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(it => !IsMade(it));

    private static bool IsMade(string path) => Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(Made.Contains);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Mamis.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Mamis.sln is nowhere above the tests."));
}

/// <summary>One source file with its path from the root.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<string> Lines => Text.Split('\n');

    public int Length => Text.TrimEnd('\n').Split('\n').Length;

    public override string ToString() => Path;
}
