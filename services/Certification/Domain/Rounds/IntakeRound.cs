using System.Collections.Immutable;
using Mamis.Kernel;

namespace Mamis.Certification.Domain.Rounds;

/// <summary>An intake round (受付期間) with the JMA's deadline and the days of every association that set its own.</summary>
public sealed record IntakeRound : IEvolve<IntakeRound>
{
    public Scheme Scheme { get; init; }

    public int FiscalYear { get; init; }

    /// <summary>The JMA's; null until the round is planned.</summary>
    public DateOnly? Deadline { get; init; }

    public bool IsWithdrawn { get; init; }

    public ImmutableDictionary<string, IntakeWindow> Windows { get; init; } = ImmutableDictionary<string, IntakeWindow>.Empty;

    /// <summary>The last day on which an association takes in, never later than the desk behind it; whoever set no day closes with that desk.</summary>
    public DateOnly? ClosesAt(string association) => association == Association.Jma
        ? Deadline
        : Earlier(Windows.GetValueOrDefault(association)?.Closes, ClosesBehind(association));

    /// <summary>The last day on which the desk behind takes in: until then this one must have handed on. Null for the JMA.</summary>
    public DateOnly? ClosesBehind(string association) => Association.TierOf(association) switch
    {
        Tier.County => ClosesAt(Association.PrefectureOf(association)),
        Tier.Prefecture => Deadline,
        _ => null,
    };

    public IntakeRound Evolve(object @event) => @event switch
    {
        IntakeRoundPlanned e => this with { Scheme = e.Scheme, FiscalYear = e.FiscalYear, Deadline = e.Deadline },
        IntakeRoundMoved e => this with { Deadline = e.Deadline },
        DeskIntakeSet e => this with { Windows = Windows.SetItem(e.Association, new(e.Opens, e.Closes)) },
        IntakeRoundWithdrawn => this with { IsWithdrawn = true },
        _ => this,
    };

    private static DateOnly? Earlier(DateOnly? own, DateOnly? behind) => own < behind ? own : behind;
}

/// <summary>From when until when an association takes in applications for a round, both days included.</summary>
public sealed record IntakeWindow(DateOnly? Opens, DateOnly Closes);
