using System.Collections.Immutable;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>Who has a place in a session and who waits for one, in the order in which they came; its stream bears the id of the session.</summary>
public sealed record SessionPlaces : IEvolve<SessionPlaces>
{
    public ImmutableList<PhysicianId> Taken { get; init; } = [];

    public ImmutableList<PhysicianId> Waiting { get; init; } = [];

    public SessionPlaces Evolve(object @event) => @event switch
    {
        PlaceTaken e => Without(e.Physician) with { Taken = Without(e.Physician).Taken.Add(e.Physician) },
        PlaceAwaited e => Without(e.Physician) with { Waiting = Without(e.Physician).Waiting.Add(e.Physician) },
        PlaceGivenUp e => Without(e.Physician),
        _ => this,
    };

    public bool Has(PhysicianId physician) => Taken.Contains(physician) || Waiting.Contains(physician);

    /// <summary>A session without a capacity is never full.</summary>
    public bool IsFull(int? capacity) => Taken.Count >= capacity;

    private SessionPlaces Without(PhysicianId physician) =>
        this with { Taken = Taken.Remove(physician), Waiting = Waiting.Remove(physician) };
}
