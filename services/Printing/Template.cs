using System.Reflection;
using System.Text.RegularExpressions;

namespace Mamis.Printing;

/// <summary>Texts with places for values, kept as embedded resources so that words stand beside the code and not in it.</summary>
public static partial class Template
{
    /// <summary>A resource of an assembly, with line ends that do not depend on the machine that built it.</summary>
    public static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Puts a value in the place of every <c>{name}</c>, in one pass, so that braces in a value stay what they are.</summary>
    public static string Fill(string text, Func<string, string?> valueOf) =>
        Place().Replace(text, it => valueOf(it.Groups["name"].Value) ?? string.Empty);

    /// <summary>One word of a list, each on a line of its own: <c>key=word</c>.</summary>
    public static string Word(string words, string key) => words.Split('\n')
        .Where(line => line.StartsWith($"{key}=", StringComparison.Ordinal))
        .Select(line => line[(key.Length + 1)..])
        .First();

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}")]
    private static partial Regex Place();
}
