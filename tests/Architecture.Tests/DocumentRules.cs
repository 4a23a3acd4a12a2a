using System.Text.RegularExpressions;

namespace Mamis.Architecture.Tests;

/// <summary>What a document names exists: a reader who follows a pointer into nothing stops believing the rest.</summary>
public sealed partial class DocumentRules
{
    public static TheoryData<string> Documents => [.. Repository.Documents.Select(it => it.Path)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_leads_somewhere(string document) => Assert.All(
        Found(Links(), document).Where(it => !it.Contains(':', StringComparison.Ordinal)),
        it => Assert.True(Exists(Path.Combine(FolderOf(document), it)), $"{document} links to {it}."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_named_exists(string document) => Assert.All(
        Found(FileNames(), document),
        it => Assert.True(
            Matches(FolderOf(document), it) || Matches(Repository.Root, it) || IsBelow(FolderOf(document), it), $"{document} names {it}."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_folder_named_from_the_root_exists(string document) => Assert.All(
        Found(FolderNames(), document), it => Assert.True(Matches(Repository.Root, it), $"{document} names {it}."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_named_is_one_of_the_door(string document)
    {
        var door = File.ReadAllText(Path.Combine(Repository.Root, "mamis"));

        Assert.All(Found(Commands(), document), it => Assert.Matches($@"(?m)^\s*(\w+\s*\|\s*)*{it}(\s*\|\s*\w+)*\)", door));
    }

    private static IEnumerable<string> Found(Regex pattern, string document) => pattern
        .Matches(Repository.Documents.Single(it => it.Path == document).Text)
        .Select(it => it.Groups["it"].Value);

    private static string FolderOf(string document) => Path.Combine(Repository.Root, Path.GetDirectoryName(document) ?? string.Empty);

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    /// <summary>The last part may hold a wildcard.</summary>
    private static bool Matches(string folder, string path)
    {
        var within = Path.Combine(folder, Path.GetDirectoryName(path) ?? string.Empty);

        return Exists(Path.Combine(folder, path))
            || (Directory.Exists(within) && Directory.EnumerateFileSystemEntries(within, Path.GetFileName(path)).Any());
    }

    /// <summary>A name without a folder means the one file of that name in the part the document describes.</summary>
    private static bool IsBelow(string folder, string name) =>
        !name.Contains('/', StringComparison.Ordinal) && Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Any();

    [GeneratedRegex(@"\]\((?<it>[^)#\s]+)[^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`(?<it>[\w.*/-]+\.(?:cs|razor|sql|csproj|css|props|sln|resx)|[\w.*-]+(?:/[\w.*-]+)+\.(?:json|yaml|yml|csv|txt|md|sh))`")]
    private static partial Regex FileNames();

    [GeneratedRegex(@"`(?<it>(?:services|gateway|contracts|apphost|deploy|tests)/[\w.*/-]+)`")]
    private static partial Regex FolderNames();

    [GeneratedRegex(@"\./mamis (?<it>[a-z][\w-]*)")]
    private static partial Regex Commands();
}
