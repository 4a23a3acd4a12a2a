namespace Mamis.AppHost.Embedded.Native;

/// <summary>Ends what a crashed run left behind, and nothing else.</summary>
public static class Leftovers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>A process counts as ours only when number, start time and command line all agree.</summary>
    public static async Task End(ProcessIdentity process, TimeProvider clock, CancellationToken cancellation)
    {
        if (!process.IsRunning)
        {
            return;
        }

        Signals.Send(process.Id, Signal.Terminate);

        if (!await IsGone(process, clock, cancellation))
        {
            Signals.SendToGroup(process.Id, Signal.Kill);
            await IsGone(process, clock, cancellation);
        }
    }

    private static async Task<bool> IsGone(ProcessIdentity process, TimeProvider clock, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Patience && process.IsRunning; waited += Step)
        {
            await Task.Delay(Step, clock, cancellation);
        }

        return !process.IsRunning;
    }
}
