using System.Diagnostics;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>A running child whose output is read line by line, and which never outlives this process.</summary>
public sealed class ChildProcess
{
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ChildCommand command, Action<string> output)
    {
        var open = 2;
        var process = new Process { StartInfo = command.ToStartInfo(), EnableRaisingEvents = true };
        process.Exited += (_, _) => _exited.TrySetResult(process.ExitCode);
        process.OutputDataReceived += (_, line) => Tell(line.Data);
        process.ErrorDataReceived += (_, line) => Tell(line.Data);

        Spawner.Run(() => process.Start());
        Identity = ProcessIdentity.Of(process.Id, command.Mark);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Tell(string? line)
        {
            if (line is not null)
            {
                output(line);
            }
            else if (Interlocked.Decrement(ref open) == 0)
            {
                _drained.TrySetResult();
            }
        }
    }

    public ProcessIdentity Identity { get; }

    /// <summary>Completes with the exit code; it does not wait for grandchildren that still hold the output open.</summary>
    public Task<int> Exited => _exited.Task;

    public bool IsRunning => !_exited.Task.IsCompleted;

    public static ChildProcess Start(ChildCommand command, Action<string> output) => new(command, output);

    /// <summary>Runs a short command to its end, and fails with what it printed when it fails.</summary>
    public static async Task Run(ChildCommand command, CancellationToken cancellation)
    {
        var printed = new List<string>();
        var child = Start(command, line => { lock (printed) { printed.Add(line); } });
        var code = await child.Exited.WaitAsync(cancellation);

        if (code != 0)
        {
            await child._drained.Task.WaitAsync(cancellation);
            throw new InvalidOperationException(
                $"{command.Program} ended with {code}: {string.Join(Environment.NewLine, printed)}");
        }
    }

    /// <summary>Asks politely, then insists; afterwards nothing of the child's group is left.</summary>
    public async Task Stop(TimeSpan patience, TimeProvider clock, Signal signal = Signal.Terminate)
    {
        if (IsRunning)
        {
            Signals.Send(Identity.Id, signal);
            await Task.WhenAny(Exited, Task.Delay(patience, clock, CancellationToken.None));
        }

        await Kill();
    }

    public async Task Kill()
    {
        Signals.SendToGroup(Identity.Id, Signal.Kill);

        // A child that was only just started leads no group yet.
        if (Identity.IsRunning)
        {
            Signals.Send(Identity.Id, Signal.Kill);
        }

        await Exited;
    }
}
