namespace Mamis.Story;

/// <summary>Where the running system keeps its state.</summary>
public sealed record Arguments(string State)
{
    public static Arguments? Parse(IReadOnlyList<string> words) => words switch
    {
        ["--state", { Length: > 0 } state] => new(state),
        _ => null,
    };
}
