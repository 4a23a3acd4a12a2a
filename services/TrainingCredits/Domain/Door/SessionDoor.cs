using System.Collections.Immutable;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>The door of a session: when it was open, and for whom.</summary>
public sealed record SessionDoor : IEvolve<SessionDoor>
{
    /// <summary>In their order; a door that was closed by hand may be opened again.</summary>
    public ImmutableList<OpenTime> Times { get; init; } = [];

    public bool SignUpRequired { get; init; }

    public SessionDoor Evolve(object @event) => @event switch
    {
        DoorOpened e => Closed(e.From) with { Times = Closed(e.From).Times.Add(new(e.From, e.Until)), SignUpRequired = e.SignUpRequired },
        DoorClosed e => Closed(e.At),
        _ => this,
    };

    /// <summary>Whether somebody could pass then; <paramref name="give"/> is what the clock that told the time may be wrong by.</summary>
    public bool IsOpenAt(DateTimeOffset at, TimeSpan give = default) => Times.Any(it => it.From - give <= at && at < it.Until + give);

    private SessionDoor Closed(DateTimeOffset at) =>
        Times is [.., { } last] && last.Until > at ? this with { Times = Times.SetItem(Times.Count - 1, last with { Until = at }) } : this;
}

/// <summary>A time during which a door is open, its end not included.</summary>
public sealed record OpenTime(DateTimeOffset From, DateTimeOffset Until);
