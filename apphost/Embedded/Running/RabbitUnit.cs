using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>RabbitMQ of our own, healthy once it takes a client.</summary>
public sealed class RabbitUnit(RabbitMQServerResource resource, RabbitServer server, ResourceLog log, TimeProvider clock)
    : Unit(resource.Name, resource.Name, log, clock)
{
    public override IReadOnlyList<int> Ports => server.ManagementPort is { } port ? [server.Port, port] : [server.Port];

    public override IEnumerable<ProcessIdentity> Processes =>
        new[] { server.Identity, server.NameServerIdentity }.OfType<ProcessIdentity>();

    protected override Task<int> Exited => server.Exited;

    public override Task End() => server.Stop();

    public override Task Kill() => server.Kill();

    protected override Task Launch(CancellationToken cancellation) => server.Start(cancellation);

    protected override Task<bool> IsHealthy(CancellationToken cancellation) => Broker.Answers(resource, cancellation);
}
