using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>PostgreSQL of our own, healthy once it answers and every database exists.</summary>
public sealed class PostgresUnit(PostgresServerResource resource, PostgresServer server, ResourceLog log, TimeProvider clock)
    : Unit(resource.Name, resource.Name, log, clock)
{
    public override IReadOnlyList<int> Ports => [server.Port];

    public override IEnumerable<ProcessIdentity> Processes => server.Identity is { } it ? [it] : [];

    protected override Task<int> Exited => server.Exited;

    public override Task End() => server.Stop();

    public override Task Kill() => server.Kill();

    protected override async Task Launch(CancellationToken cancellation)
    {
        await server.Start(cancellation);
        await Databases.Create(resource, cancellation);
    }

    protected override Task<bool> IsHealthy(CancellationToken cancellation) => Databases.Answer(resource, cancellation);
}
