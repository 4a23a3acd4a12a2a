namespace Mamis.Kernel;

/// <summary>What a decision answered: events to append, or every reason why not. Never both.</summary>
public sealed record Decision
{
    private Decision(IReadOnlyList<object> events, IReadOnlyList<Refusal> refusals)
    {
        Events = events;
        Refusals = refusals;
    }

    /// <summary>What is asked for already holds, so there is nothing to append and nobody to tell.</summary>
    public static Decision Nothing { get; } = new([], []);

    public IReadOnlyList<object> Events { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsRefused => Refusals.Count > 0;

    public static Decision Append(params ReadOnlySpan<object> events) => new(events.ToArray(), []);

    public static Decision Append(IEnumerable<object> events) => new([.. events], []);

    /// <summary>Refuses with all reasons at once; without any reason there is nothing to refuse.</summary>
    public static Decision Refuse(params IEnumerable<Refusal> refusals) => new([], [.. refusals]);

    /// <summary>Lets a rule answer with its refusal alone.</summary>
    public static implicit operator Decision(Refusal refusal) => new([], [refusal]);

    /// <summary>The refusals where there are any, else the events that <paramref name="otherwise"/> gives.</summary>
    public static Decision RefuseOr(IReadOnlyList<Refusal> refusals, Func<Decision> otherwise) =>
        refusals.Count > 0 ? new([], refusals) : otherwise();
}
