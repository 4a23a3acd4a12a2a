using System.Threading.Channels;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Wakes the matching of held rows as soon as a row is held or a person becomes known; a call while it works is not lost.</summary>
public sealed class SuspenseAlarm
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise(bool isNeeded = true)
    {
        if (isNeeded)
        {
            _calls.Writer.TryWrite(true);
        }
    }

    /// <summary>Ends at the next call, or after the patience is used up.</summary>
    public async Task Wait(TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        using var enough = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, enough.Token);

        try
        {
            await _calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody called: look all the same, since another node may have had the call.
        }
    }
}
