using Mamis.Kernel;

namespace Mamis.Benchmarks.Events;

/// <summary>A credit ledger as the store sees it: the events are as large as those of the credits service.</summary>
public sealed record Ledger : IEvolve<Ledger>
{
    public int Units { get; init; }

    public Ledger Evolve(object @event) => @event is Credited e ? this with { Units = Units + e.Units } : this;
}

/// <summary>A session attended became units.</summary>
public sealed record Credited(
    Guid Entry, PhysicianId Holder, Guid Training, Guid Session, DateOnly Date, string Category, string Item, int Units, string Role, string Mode)
{
    public static Credited To(Guid holder) => new(
        Guid.CreateVersion7(), new(holder), Guid.CreateVersion7(), Guid.CreateVersion7(), new(2026, 6, 14), "basic-later", "clinical", 2, "attendee", "onsite");
}
