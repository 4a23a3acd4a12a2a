namespace Mamis.Notifications.Tests.Integration;

/// <summary>The real clock, put forward where a test would otherwise have to wait.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    /// <summary>Puts it forward to an instant.</summary>
    public void AdvanceTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
