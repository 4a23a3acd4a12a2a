namespace Mamis.AppHost.Embedded.Running;

/// <summary>A server somebody else runs, given by its connection string: only looked at, never started or stopped.</summary>
public sealed class GivenUnit(ServerResource resource, ResourceLog log, TimeProvider clock) : Unit(resource.Name, resource.Name, log, clock)
{
    protected override Task<int> Exited { get; } = new TaskCompletionSource<int>().Task;

    public override Task End() => Task.CompletedTask;

    public override Task Kill() => Task.CompletedTask;

    protected override Task Launch(CancellationToken cancellation) =>
        resource is PostgresServerResource postgres ? Databases.Create(postgres, cancellation) : Task.CompletedTask;

    protected override Task<bool> IsHealthy(CancellationToken cancellation) => resource is PostgresServerResource postgres
        ? Databases.Answer(postgres, cancellation)
        : Broker.Answers(resource, cancellation);
}
