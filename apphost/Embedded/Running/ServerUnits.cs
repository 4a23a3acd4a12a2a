using Mamis.AppHost.Embedded.Native;
using Npgsql;
using RabbitMQ.Client.Exceptions;

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

file static class Databases
{
    public static async Task Create(PostgresServerResource resource, CancellationToken cancellation)
    {
        foreach (var database in resource.Databases)
        {
            await PostgresServer.CreateDatabase(resource.ConnectionString, database.DatabaseName, cancellation);
        }
    }

    public static async Task<bool> Answer(PostgresServerResource resource, CancellationToken cancellation)
    {
        try
        {
            await PostgresServer.Check(resource.ConnectionString, cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

file static class Broker
{
    public static async Task<bool> Answers(ServerResource resource, CancellationToken cancellation)
    {
        try
        {
            await RabbitServer.Check(resource.ConnectionString, cancellation);
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }
}
