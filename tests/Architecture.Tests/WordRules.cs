using System.Reflection;
using Mamis.Kernel;
using Mamis.Portal;

namespace Mamis.Architecture.Tests;

/// <summary>Every "no" is a code with an explanation: in English for who calls, in Japanese for who reads the pages.</summary>
public sealed class WordRules
{
    private static readonly Refusal[] Refusals =
    [
        .. Parts.TypesOf(Parts.All)
            .SelectMany(it => it.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(it => it.FieldType == typeof(Refusal))
            .Select(it => it.GetValue(null))
            .OfType<Refusal>(),
    ];

    [Fact]
    public void Every_refusal_says_what_to_do_next() => Assert.All(Refusals, it => Assert.EndsWith(".", it.Explanation, StringComparison.Ordinal));

    [Fact]
    public void Every_refusal_is_explained_in_Japanese_sentences() =>
        Assert.All(Refusals, it => Assert.EndsWith("。", Words.Find(it.Code) ?? it.Code, StringComparison.Ordinal));
}
