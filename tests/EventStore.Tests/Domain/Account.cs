using Mamis.Kernel;

namespace Mamis.EventStore.Tests.Domain;

/// <summary>The stream the store is tested with: small enough to see through, with all an event can carry.</summary>
public sealed record Account : IEvolve<Account>
{
    public PhysicianId Owner { get; init; }

    public decimal Balance { get; init; }

    public int Entries { get; init; }

    public bool IsOpen { get; init; }

    public Account Evolve(object @event) => @event switch
    {
        AccountOpened e => this with { Owner = e.Owner, IsOpen = true },
        UnitsPosted e => this with { Balance = Balance + e.Units, Entries = Entries + 1 },
        AccountClosed => this with { IsOpen = false },
        _ => this,
    };
}

/// <summary>What kind of units were posted.</summary>
public enum UnitKind
{
    Basic,
    Practical,
}

/// <summary>The stream begins.</summary>
public sealed record AccountOpened(PhysicianId Owner, DateOnly Since);

/// <summary>Units were added, or taken away when negative.</summary>
public sealed record UnitsPosted(decimal Units, UnitKind Kind, DateTimeOffset HeldAt, string? Remark = null);

/// <summary>The stream is over.</summary>
public sealed record AccountClosed;
