namespace Mamis.TrainingCredits.Domain.Flags;

/// <summary>What all events that raise a flag have in common.</summary>
/// <param name="Sessions">What it is about; at least one.</param>
public abstract record FlagRaised(IReadOnlyList<FlaggedSession> Sessions)
{
    /// <summary>The flag it belongs to: the same facts, found again, meet the same flag.</summary>
    public abstract Guid Stream();
}

/// <summary>A session that a flag is about.</summary>
public sealed record FlaggedSession(TrainingId Training, SessionId Session);
