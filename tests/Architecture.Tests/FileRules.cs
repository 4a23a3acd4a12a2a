using System.Text.RegularExpressions;

namespace Mamis.Architecture.Tests;

/// <summary>Rule 1 of the style and its budgets: a file is found by its name and read in one go.</summary>
public sealed partial class FileRules
{
    private const int LongestFile = 150;
    private const int LongestProgram = 70;

    private static readonly string[] Forbidden =
    [
        @"\bTODO\b", @"\bFIXME\b", @"\bHACK\b", @"#pragma", @"#region", @"\bnull!", @"default!", @"\bdynamic\s+\w",
        @"NotImplementedException", @"(?m)^\s*//(?!/).*;\s*$",
    ];

    [Fact]
    public void No_file_is_longer_than_a_reader_keeps_in_mind() => Assert.All(
        Repository.Delivered, it => Assert.True(it.Length <= Budget(it), $"{it.Path} has {it.Length} lines."));

    [Fact]
    public void A_file_is_named_after_a_type_in_it() => Assert.All(
        Repository.Code.Where(it => it.Name is not ("Program" or "Ids") && !it.Name.EndsWith("Events", StringComparison.Ordinal)),
        it => Assert.True(Types().Matches(it.Text).Any(type => type.Groups[1].Value == it.Name), $"{it.Path} holds no {it.Name}."));

    /// <summary>System first, then by name, then static ones, then aliases. The build and the check of white space know all else of the format.</summary>
    [Fact]
    public void Usings_stand_in_their_order() => Assert.All(Repository.AllCode, file =>
    {
        var names = file.Lines.Select(it => Using().Match(it.TrimEnd('\r'))).Where(it => it.Success).Select(it => it.Groups[1].Value).ToList();

        Assert.Equal(names.OrderBy(Rank).ThenBy(it => it.TrimEnd(';'), StringComparer.OrdinalIgnoreCase), names);
    });

    [Fact]
    public void Nothing_is_put_off_switched_off_or_forced() => Assert.All(
        Repository.Delivered,
        file => Assert.All(Forbidden, it => Assert.False(Regex.IsMatch(file.Text, it), $"{file.Path} has {it}")));

    /// <summary>Words stand in resource files, keyed by code.</summary>
    /// <remarks>
    /// Three things are no words: a comment, which may name the law's own term; the grammar and the single letters by which dates and
    /// readings are recognised; and the table of letters in Width.
    /// </remarks>
    [Fact]
    public void Words_for_people_stand_in_resources_never_in_code() => Assert.All(
        Repository.Delivered.Where(it => it.Path != "services/Kernel/Width.cs"),
        file => Assert.All(
            file.Lines.Where(it => !it.Contains("[GeneratedRegex", StringComparison.Ordinal)),
            it => Assert.False(Japanese().IsMatch(NoWords().Replace(it, string.Empty)), $"{file.Path}: {it.Trim()}")));

    [Fact]
    public void Every_public_type_says_why_it_exists() => Assert.All(Parts.All, assembly =>
    {
        var documented = Parts.DocumentedIn(assembly);

        Assert.All(
            Parts.TypesOf([assembly]).Where(it => it is { IsPublic: true, IsNested: false } && !IsPage(it)),
            it => Assert.True(documented.Contains($"T:{it.FullName}"), $"{it.FullName} has no summary."));
    });

    private static int Rank(string name) => name switch
    {
        _ when name.Contains('=', StringComparison.Ordinal) => 3,
        _ when name.StartsWith("static ", StringComparison.Ordinal) => 2,
        _ when name.Split('.', ';')[0] == "System" => 0,
        _ => 1,
    };

    private static int Budget(SourceFile file) =>
        file.Name == "Program" && file.Path.StartsWith("services/", StringComparison.Ordinal) ? LongestProgram : LongestFile;

    /// <summary>The compiler makes the type of a page, and takes no summary for it.</summary>
    private static bool IsPage(Type type) => Repository.Pages.Any(it => it.Name == type.Name);

    [GeneratedRegex(@"\b(?:record struct|class|record|struct|interface|enum)\s+(\w+)")]
    private static partial Regex Types();

    [GeneratedRegex(@"^using ([\w.]+;|static [\w.]+;|\w+ = [^;]+;)$")]
    private static partial Regex Using();

    [GeneratedRegex(@"'.'|(?<!:)//.*$|@\*.*\*@")]
    private static partial Regex NoWords();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();
}
