namespace Mamis.AppHost.Embedded;

/// <summary>The command line taken apart: an optional verb, options, and a command to run after two dashes.</summary>
public sealed record Invocation(string? Verb, IReadOnlyList<string> Operands, IReadOnlyList<string> Options, IReadOnlyList<string> Command)
{
    public static Invocation Parse(string[] args)
    {
        var own = args.TakeWhile(it => it != "--").ToList();
        var words = own.TakeWhile(it => !it.StartsWith("--", StringComparison.Ordinal)).ToList();

        return new(
            words.FirstOrDefault(),
            [.. words.Skip(1)],
            [.. own.Skip(words.Count)],
            [.. args.Skip(own.Count + 1)]);
    }
}
