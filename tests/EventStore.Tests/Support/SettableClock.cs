namespace Mamis.EventStore.Tests.Support;

/// <summary>A clock whose present is what the test says; timers run on real time.</summary>
public sealed class SettableClock : TimeProvider
{
    private DateTimeOffset? _now;

    public override DateTimeOffset GetUtcNow() => _now ?? base.GetUtcNow();

    public void Set(DateTimeOffset now) => _now = now;
}
