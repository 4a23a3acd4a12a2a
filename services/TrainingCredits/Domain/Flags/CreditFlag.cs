using System.Collections.Immutable;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain.Flags;

/// <summary>What made somebody look twice.</summary>
public enum FlagKind
{
    /// <summary>One physician, two trainings at the same time.</summary>
    TwoPlaces,

    /// <summary>A training credits more units than the hours of presence (rule U1).</summary>
    UnitsOverHours,

    /// <summary>A list grew after the day it was first posted.</summary>
    ListGrew,
}

/// <summary>What staff found.</summary>
public enum FlagVerdict
{
    NothingFound,

    /// <summary>An attendance was wrong and is corrected or withdrawn.</summary>
    Corrected,
}

/// <summary>Whether somebody still has to look.</summary>
public enum FlagStatus
{
    Open,
    Settled,
}

/// <summary>Something about credits that staff should look into. It blocks nothing; only new facts open it again.</summary>
public sealed record CreditFlag : IEvolve<CreditFlag>
{
    /// <summary>Null until it is raised.</summary>
    public FlagStatus? Status { get; init; }

    public FlagVerdict? Verdict { get; init; }

    /// <summary>All sessions it was ever raised for.</summary>
    public ImmutableHashSet<SessionId> Sessions { get; init; } = [];

    public CreditFlag Evolve(object @event) => @event switch
    {
        FlagRaised e => this with { Status = FlagStatus.Open, Verdict = null, Sessions = Sessions.Union(e.Sessions.Select(it => it.Session)) },
        FlagSettled e => this with { Status = FlagStatus.Settled, Verdict = e.Verdict },
        _ => this,
    };
}
