namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>A clock that stands at one moment; waiting still takes its real time.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
