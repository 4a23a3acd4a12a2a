namespace Mamis.Identity.Tests.Support;

/// <summary>A clock that stands still until a test moves it, so that a slow machine changes no result.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _now = System.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);
}
