namespace Mamis.EventStore;

/// <summary>Wakes the readers of this node at once after an append; other nodes notice by looking.</summary>
public sealed class AppendSignal
{
    private volatile TaskCompletionSource _raised = NewSource();

    /// <summary>Ends at the next append. Taken before looking, so that an append during the look is not missed.</summary>
    public Task Raised => _raised.Task;

    public void Raise() => Interlocked.Exchange(ref _raised, NewSource()).TrySetResult();

    /// <summary>Ends with the signal, or after the patience is used up.</summary>
    public static async Task Wait(Task raised, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(raised, Task.Delay(patience, clock, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
