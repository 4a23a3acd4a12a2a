namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>A clock that stands at one moment until a test sets it to another; waiting still takes its real time.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
