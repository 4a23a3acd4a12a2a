namespace Mamis.EventStore;

/// <summary>Wakes the readers of this node at once after an append; other nodes notice by looking.</summary>
public sealed class AppendSignal
{
    private TaskCompletionSource _raised = NewSource();
    private TaskCompletionSource _commandLeft = NewSource();

    /// <summary>Ends at the next append of events. Taken before looking, so that an append during the look is not missed.</summary>
    public Task Raised => Volatile.Read(ref _raised).Task;

    /// <summary>Ends at the next append that leaves a command: the others are no reason to look for one.</summary>
    public Task CommandLeft => Volatile.Read(ref _commandLeft).Task;

    /// <summary>Wakes whoever has something to do now; rows beside the events are nobody's work.</summary>
    public void Raise(Changes changes)
    {
        if (changes.Streams.Count > 0)
        {
            Renew(ref _raised);
        }

        if (changes.Commands.Count > 0)
        {
            Renew(ref _commandLeft);
        }
    }

    /// <summary>Ends with the signal, or after the patience is used up.</summary>
    public static async Task Wait(Task raised, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(raised, Task.Delay(patience, clock, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private static void Renew(ref TaskCompletionSource source) => Interlocked.Exchange(ref source, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
