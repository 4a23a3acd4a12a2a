namespace Mamis.Benchmarks;

/// <summary>What to measure, by group or by row of the speed table, the file the figures go to, and the running system.</summary>
public sealed record Arguments(IReadOnlyList<string> Names, string? Json, string? State)
{
    /// <summary>Null when something in the arguments is not known; without a name everything is meant.</summary>
    public static Arguments? Read(IReadOnlyList<string> arguments, IReadOnlyList<string> known)
    {
        var (names, json, state) = (new List<string>(), default(string), default(string));

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--json" && i + 1 < arguments.Count)
            {
                json = arguments[++i];
            }
            else if (arguments[i] == "--state" && i + 1 < arguments.Count)
            {
                state = arguments[++i];
            }
            else
            {
                names.Add(arguments[i]);
            }
        }

        return names.Except(known).Any() ? null : new(names.Count == 0 ? known : names, json, state);
    }
}
