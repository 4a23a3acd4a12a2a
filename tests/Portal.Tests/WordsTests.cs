using System.Text.RegularExpressions;
using Mamis.Portal.Shared;

namespace Mamis.Portal.Tests;

public sealed partial class WordsTests
{
    private static readonly string[] Sources =
    [
        .. Directory.EnumerateFiles(Folder(), "*.*", SearchOption.AllDirectories)
            .Where(it => it.EndsWith(".razor", StringComparison.Ordinal) || it.EndsWith(".cs", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Codes => new([.. PublishedCodes.Reasons, .. PublishedCodes.Approval, .. PublishedCodes.Flags]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_published_code_is_explained_in_Japanese_sentences(string code)
    {
        var text = Words.Find(code);

        Assert.NotNull(text);
        Assert.EndsWith("。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_codes_are_those_of_the_rule_book() => Assert.Equal((25, 2, 19), (PublishedCodes.Reasons.Length, PublishedCodes.Approval.Length, PublishedCodes.Flags.Length));

    [Fact]
    public void Every_key_a_page_uses_has_its_text()
    {
        var used = Sources.SelectMany(it => Key().Matches(File.ReadAllText(it))).Select(it => it.Groups[1].Value).Distinct();

        Assert.All(used, it => Assert.NotNull(Words.Find(it)));
    }

    [Fact]
    public void No_page_holds_Japanese_itself() => Assert.All(
        Sources, it => Assert.DoesNotMatch(Japanese(), Summaries().Replace(File.ReadAllText(it), string.Empty)));

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "Mamis.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Mamis.sln is nowhere above the tests.");
        }

        return Path.Combine(folder, "services", "Portal");
    }

    [GeneratedRegex("(?:Say|Add)\\((?:\"[a-zA-Z]+\", )?\"([a-z][a-z-]*\\.[a-zA-Z.-]*[a-zA-Z])\"")]
    private static partial Regex Key();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();

    /// <summary>Comments may name a Japanese term; so may the pattern that reads dates.</summary>
    [GeneratedRegex(@"(?m)^\s*(///|\[GeneratedRegex).*$")]
    private static partial Regex Summaries();
}
