using Mamis.Kernel;

namespace Mamis.TrainingCredits.Tests;

/// <summary>Given what happened, when a decision is asked, then these events or refusals.</summary>
/// <typeparam name="TState">The state the decision is about.</typeparam>
public sealed record Scenario<TState>
    where TState : class, IEvolve<TState>, new()
{
    private TState State { get; init; } = new();

    private Decision Decision { get; init; } = Decision.Nothing;

    public Scenario<TState> Given(params IReadOnlyList<object> events) =>
        this with { State = events.Aggregate(State, (state, e) => state.Evolve(e)) };

    public Scenario<TState> When(Func<TState, Decision> decide) => this with { Decision = decide(State) };

    public void Then(params IReadOnlyList<object> events)
    {
        Assert.Empty(Decision.Refusals);
        Assert.Equivalent(events, Decision.Events, strict: true);
    }

    public void ThenNothing() => Then();

    public void ThenRefused(params string[] codes)
    {
        Assert.Empty(Decision.Events);
        Assert.Equal(codes, Decision.Refusals.Select(it => it.Code));
    }
}
