namespace Mamis.Benchmarks;

/// <summary>What to measure, by group or by row of the speed table, and the file the figures go to.</summary>
public sealed record Arguments(IReadOnlyList<string> Names, string? Json)
{
    /// <summary>Null when something in the arguments is not known; without a name everything is meant.</summary>
    public static Arguments? Read(IReadOnlyList<string> arguments, IReadOnlyList<string> known)
    {
        var (names, json) = (new List<string>(), default(string));

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--json" && i + 1 < arguments.Count)
            {
                json = arguments[++i];
            }
            else
            {
                names.Add(arguments[i]);
            }
        }

        return names.Except(known).Any() ? null : new(names.Count == 0 ? known : names, json);
    }
}
