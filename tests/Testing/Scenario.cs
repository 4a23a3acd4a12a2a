using System.Text.Json;
using Mamis.EventStore;
using Mamis.Kernel;
using Xunit;

namespace Mamis.Testing;

/// <summary>Given what happened, when this is decided, then that happens: the shape of every test of a decision.</summary>
/// <typeparam name="TState">The state decided from.</typeparam>
public sealed class Scenario<TState>
    where TState : class, IEvolve<TState>, new()
{
    private TState _state = new();
    private Decision _decision = Decision.Nothing;

    public Scenario<TState> Given(params IEnumerable<object> events)
    {
        _state = events.Aggregate(_state, (state, e) => state.Evolve(e));
        return this;
    }

    public Scenario<TState> When(Func<TState, Decision> decide)
    {
        _decision = decide(_state);
        return Given(_decision.Events);
    }

    /// <summary>Compares what would stand in the store, so that lists inside events are compared too.</summary>
    public Scenario<TState> Then(params IReadOnlyList<object> events)
    {
        Assert.Equal([], _decision.Refusals);
        Assert.Equal(events.Select(Stored), _decision.Events.Select(Stored));
        return this;
    }

    public Scenario<TState> ThenNothing() => Then();

    public Scenario<TState> ThenRefused(params IReadOnlyList<string> codes)
    {
        Assert.Equal(codes, _decision.Refusals.Select(it => it.Code));
        return this;
    }

    private static string Stored(object e) => $"{e.GetType().Name} {JsonSerializer.Serialize(e, EventJson.Options)}";
}
