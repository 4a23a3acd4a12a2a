using System.Collections.Immutable;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Door;

/// <summary>What the door of one session knows of one physician. Check-ins may arrive in any order and give the same stay.</summary>
public sealed record Guest : IEvolve<Guest>
{
    public PhysicianId? Physician { get; init; }

    public ImmutableHashSet<CheckInId> CheckIns { get; init; } = [];

    public DateTimeOffset? FirstEntry { get; init; }

    public DateTimeOffset? LastEntry { get; init; }

    public DateTimeOffset? LastExit { get; init; }

    /// <summary>What the organizer set right; it stands whatever is recorded besides.</summary>
    public Stay? Corrected { get; init; }

    /// <summary>From the first entry to the last exit; whoever came back after it has not left.</summary>
    public Stay Stay => Corrected ?? new(FirstEntry, LastExit < LastEntry ? null : LastExit);

    public bool IsInside => Stay is { Entered: not null, Left: null };

    public Guest Evolve(object @event) => @event switch
    {
        CheckedIn { Direction: Direction.Entry } e => With(e) with { FirstEntry = Earlier(FirstEntry, e.At), LastEntry = Later(LastEntry, e.At) },
        CheckedIn e => With(e) with { LastExit = Later(LastExit, e.At) },
        StayCorrected e => this with { Physician = e.Physician, Corrected = new(e.Entered, e.Left) },
        _ => this,
    };

    private Guest With(CheckedIn e) => this with { Physician = e.Physician, CheckIns = CheckIns.Add(e.CheckIn) };

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known < at ? known.Value : at;

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset at) => known > at ? known.Value : at;
}
