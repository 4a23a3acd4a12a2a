namespace Mamis.EventStore;

/// <summary>Growing waits while something is out of reach, from a quarter of a second to ten.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public TimeSpan Next { get; private set; } = First;

    public void Reset() => Next = First;

    public Task Wait(TimeProvider clock, CancellationToken cancellation)
    {
        var wait = Next;
        Next = Next * 2 < Longest ? Next * 2 : Longest;
        return Task.Delay(wait, clock, cancellation);
    }
}
