namespace Mamis.EventStore;

/// <summary>Wakes the readers of this node at once after an append; other nodes notice by looking.</summary>
public sealed class AppendSignal
{
    private volatile TaskCompletionSource _raised = NewSource();

    public void Raise() => Interlocked.Exchange(ref _raised, NewSource()).TrySetResult();

    /// <summary>Ends at the next append, or after the patience is used up.</summary>
    public async Task Wait(TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_raised.Task, Task.Delay(patience, clock, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
