using Mamis.AppHost.Embedded.Control;
using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>One run of the system, from the first server to the last process gone.</summary>
public sealed class Run(StateDirectory state, Plan plan, Terminal terminal, TimeProvider clock, TimeSpan startLimit)
{
    private readonly Lock _gate = new();
    private readonly ProcessIdentity _runner = ProcessIdentity.Of(Environment.ProcessId, string.Empty);
    private RunPhase _phase = RunPhase.Starting;

    public IReadOnlyList<Unit> Units => plan.Units;

    public async Task<int> Execute(CancellationTokenSource stop)
    {
        await EndLeftovers(stop.Token);

        if (plan.TakenPorts is { Count: > 0 } taken)
        {
            terminal.Write($"Somebody else listens on port {string.Join(", ", taken)}. Choose another with --port.");
            return 1;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        await using var control = new ControlServer(this, state.ControlSocket, clock, stop);

        foreach (var unit in Units)
        {
            unit.Changed += Record;
        }

        var began = clock.GetTimestamp();
        var keepers = Units.Select(it => it.Keep(over.Token)).ToList();
        var ready = await UntilReady(stop.Token);

        if (ready)
        {
            Enter(RunPhase.Ready);
            terminal.Write($"Everything is healthy after {clock.GetElapsedTime(began).TotalSeconds:0.0} s.");
            new Welcome(state, terminal).Show(plan.Addresses);
            await Task.WhenAny([Until(stop.Token), .. keepers]);
        }

        var stopped = stop.IsCancellationRequested;
        Enter(ready || stopped ? RunPhase.Stopping : RunPhase.Failed);
        await over.CancelAsync();
        await StopAll(keepers);
        File.Delete(state.RunFile);

        return stopped ? 0 : 1;
    }

    public RunRecord Describe() =>
        new(_runner, _phase, state.ControlSocket, plan.Addresses, Units.ToDictionary(it => it.Name, it => it.Describe()));

    private async Task<bool> UntilReady(CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(Units.Select(it => it.FirstHealthy)).WaitAsync(startLimit, clock, stop);
            return true;
        }
        catch (TimeoutException)
        {
            new Welcome(state, terminal).ShowFailure(Units.Where(it => !it.FirstHealthy.IsCompleted), startLimit);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Services first, so that they can still finish their work; then what they stand on.</summary>
    private async Task StopAll(IReadOnlyList<Task> keepers)
    {
        await Task.WhenAll(keepers).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        terminal.Write("Stopping …");
        await Task.WhenAll(plan.Programs.Select(it => it.Stop()));
        await Task.WhenAll(plan.Servers.Select(it => it.Stop()));

        foreach (var unit in Units)
        {
            unit.Log.Dispose();
        }
    }

    private async Task EndLeftovers(CancellationToken cancellation)
    {
        var processes = RunRecord.Read(state.RunFile)?.Resources.Values.SelectMany(it => it.Processes) ?? [];
        await Task.WhenAll(processes.Select(it => Leftovers.End(it, clock, cancellation)));
    }

    private void Enter(RunPhase phase)
    {
        _phase = phase;
        Record();
    }

    private void Record()
    {
        lock (_gate)
        {
            var now = Describe();
            now.Write(state.RunFile);
            StateTable.Show(now, terminal);
        }
    }

    private static Task Until(CancellationToken stop)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stop.Register(() => done.TrySetResult());
        return done.Task;
    }
}
