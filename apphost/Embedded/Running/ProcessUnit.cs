using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>One replica of a service, on ports that stay its own across restarts.</summary>
public sealed class ProcessUnit(string name, ProcessResource resource, int replica, ResourceLog log, TimeProvider clock)
    : Unit(name, resource.Name, log, clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly TimeProvider _clock = clock;
    private ChildProcess? _process;

    public override string? Url => resource.Endpoints.FirstOrDefault(it => it.UriScheme == "http")?.Address(replica);

    public override IReadOnlyList<int> Ports => [.. resource.Endpoints.Select(it => it.Allocated[replica])];

    public override IEnumerable<ProcessIdentity> Processes => _process is null ? [] : [_process.Identity];

    protected override Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    public override Task End() => _process?.Stop(Patience, _clock) ?? Task.CompletedTask;

    public override Task Kill() => _process?.Kill() ?? Task.CompletedTask;

    protected override async Task Launch(CancellationToken cancellation)
    {
        // A crashed program may have left children of its own behind.
        await Kill();
        _process = ChildProcess.Start(resource.Command with { Environment = resource.EnvironmentOf(replica) }, Log.Write);
    }

    protected override async Task<bool> IsHealthy(CancellationToken cancellation)
    {
        if (resource.HealthPath is not { } path || Url is not { } address)
        {
            return true;
        }

        try
        {
            using var answer = await Http.GetAsync(new Uri(new(address), path), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return false;
        }
    }
}
