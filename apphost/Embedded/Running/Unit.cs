using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>One thing that is kept running: a replica of a service, or a server.</summary>
public abstract class Unit(string name, string resource, ResourceLog log, TimeProvider clock)
{
    private static readonly TimeSpan UntilHealthy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WhenHealthy = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource _firstHealthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _wanted = Completed();

    public event Action? Changed;

    public string Name { get; } = name;

    /// <summary>What Program.cs calls it; replicas share it.</summary>
    public string Resource { get; } = resource;

    public ResourceLog Log { get; } = log;

    public UnitState State { get; private set; }

    public int Restarts { get; private set; }

    /// <summary>What must have been healthy before this starts.</summary>
    public IReadOnlyList<Unit> WaitsFor { get; set; } = [];

    public Task FirstHealthy => _firstHealthy.Task;

    /// <summary>Its web address, when it has one.</summary>
    public virtual string? Url => null;

    public virtual IReadOnlyList<int> Ports => [];

    public virtual IEnumerable<ProcessIdentity> Processes => [];

    protected abstract Task<int> Exited { get; }

    public UnitRecord Describe() => new(State, Restarts, Url, Ports, [.. Processes]);

    /// <summary>Starts the unit and starts it again whenever it ends, until the run is over.</summary>
    public async Task Keep(CancellationToken cancellation)
    {
        await Task.WhenAll(WaitsFor.Select(it => it.FirstHealthy)).WaitAsync(cancellation);
        var pause = Backoff.First;

        while (true)
        {
            await _wanted.Task.WaitAsync(cancellation);
            var began = clock.GetTimestamp();
            await Live(cancellation);

            if (_wanted.Task.IsCompleted)
            {
                Become(UnitState.Restarting);
                Restarts++;
                pause = pause.After(clock.GetElapsedTime(began));
                await Task.Delay(pause.Duration, clock, cancellation);
            }
        }
    }

    public async Task Stop()
    {
        _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await End();
        Become(UnitState.Stopped);
    }

    public void Start() => _wanted.TrySetResult();

    /// <summary>An orderly end.</summary>
    public abstract Task End();

    public abstract Task Kill();

    protected abstract Task Launch(CancellationToken cancellation);

    protected abstract Task<bool> IsHealthy(CancellationToken cancellation);

    private async Task Live(CancellationToken cancellation)
    {
        Become(UnitState.Starting);

        try
        {
            await Launch(cancellation);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var watch = Watch(over.Token);
            var code = await Exited.WaitAsync(cancellation);
            await over.CancelAsync();
            await watch;
            Log.Write($"ended with {code}");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Write($"did not start: {failure.Message}");
        }
    }

    private async Task Watch(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (await IsHealthy(cancellation))
                {
                    Become(UnitState.Healthy);
                    _firstHealthy.TrySetResult();
                }
                else if (State is UnitState.Healthy)
                {
                    Become(UnitState.Unhealthy);
                }

                await Task.Delay(State is UnitState.Healthy ? WhenHealthy : UntilHealthy, clock, cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Become(UnitState state)
    {
        if (State != state)
        {
            State = state;
            Changed?.Invoke();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }
}
