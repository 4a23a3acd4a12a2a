using System.Text;
using Mamis.AppHost.Embedded.Native;
using Mamis.AppHost.Embedded.Running;

namespace Mamis.AppHost.Tests.Running;

/// <summary>The runner with real servers of its own, or with given ones.</summary>
[Trait("Category", "Servers")]
public sealed class ServerTests(HostWithServers fixture) : IClassFixture<HostWithServers>
{
    private readonly RunningHost _host = fixture.Host;

    [Fact]
    public async Task Programs_get_the_addresses_of_the_servers_as_Aspire_writes_them()
    {
        var front = await _host.EnvironmentOf("front");

        var port = $"{_host.Unit("postgres").Ports[0]}";
        var password = await File.ReadAllTextAsync(_host.State.File("secrets/postgres-password"));
        Assert.Equal(
            $"Host=127.0.0.1;Port={port};Username=postgres;Password={password};Database=things-db", front["ConnectionStrings__things-db"]);
        Assert.Equal("127.0.0.1", front["THINGS_DB_HOST"]);
        Assert.Equal(port, front["THINGS_DB_PORT"]);
        Assert.Equal("things-db", front["THINGS_DB_DATABASENAME"]);
        Assert.StartsWith("amqp://", front["ConnectionStrings__rabbitmq"], StringComparison.Ordinal);
        Assert.Equal(front["ConnectionStrings__rabbitmq"], front["RABBITMQ_URI"]);
        Assert.Equal($"{_host.Unit("rabbitmq").Ports[0]}", front["RABBITMQ_PORT"]);
    }

    [Fact]
    public async Task Killed_servers_come_back_with_what_they_had()
    {
        var front = await _host.EnvironmentOf("front");
        await Things.Store(front, "killed");
        await _host.Eventually(() => QueueNamesOnDisk().Contains("killed", StringComparison.Ordinal));

        await Task.WhenAll(_host.Control("kill postgres"), _host.Control("kill rabbitmq"));
        await _host.Eventually(() => _host.Unit("postgres") is { State: UnitState.Healthy, Restarts: > 0 });
        await _host.Eventually(() => _host.Unit("rabbitmq") is { State: UnitState.Healthy, Restarts: > 0 });

        Assert.True(await Things.AreStored(front, "killed"));
    }

    /// <summary>RabbitMQ itself forgets a quorum queue when it is killed before it has written the queue's name.</summary>
    private string QueueNamesOnDisk() => string.Concat(Directory
        .EnumerateFiles(_host.State.File("rabbitmq"), "names.dets", SearchOption.AllDirectories)
        .Select(it => Encoding.Latin1.GetString(File.ReadAllBytes(it))));

    [Fact]
    public async Task A_stopped_broker_is_started_on_the_same_port_with_what_it_had()
    {
        var front = await _host.EnvironmentOf("front");
        await Things.Store(front, "stopped");

        await _host.Control("stop rabbitmq");
        Assert.Equal(UnitState.Stopped, _host.Unit("rabbitmq").State);
        await _host.Control("start rabbitmq");

        Assert.True(await Things.AreStored(front, "stopped"));
    }

    [Fact]
    public async Task A_killed_runner_takes_its_servers_along_and_the_next_run_finds_their_data()
    {
        using var state = new TestState();
        await using var killed = await new RunningHost(state, "--servers", "true").Ready();
        await Things.Store(await killed.EnvironmentOf("front"), "remains");
        var left = killed.Processes;

        await killed.End(Signal.Kill);
        Assert.True(await Gone.Soon(left));

        await using var next = await new RunningHost(state, "--servers", "true").Ready();
        Assert.True(await Things.AreStored(await next.EnvironmentOf("front"), "remains"));

        var processes = next.Processes;
        Assert.Equal(0, await next.End());
        Assert.DoesNotContain(processes, it => it.IsRunning);
    }

    [Fact]
    public async Task Given_connection_strings_are_used_instead_and_databases_made_there()
    {
        using var state = new TestState();
        using var elsewhere = new TestState("elsewhere");
        var postgres = new PostgresServer(elsewhere.File("pg"), SecretFile.Make(), TimeProvider.System, _ => { }) { Durable = false };
        var rabbit = new RabbitServer(elsewhere.File("mq"), SecretFile.Make(), TimeProvider.System, _ => { });

        try
        {
            await Task.WhenAll(postgres.Start(CancellationToken.None), rabbit.Start(CancellationToken.None));
            var given = new Dictionary<string, string>
            {
                ["ConnectionStrings__postgres"] = postgres.ConnectionString,
                ["ConnectionStrings__rabbitmq"] = rabbit.ConnectionString,
            };
            await using var host = await new RunningHost(state, given, "--servers", "true").Ready();
            var front = await host.EnvironmentOf("front");

            Assert.Empty(host.Unit("postgres").Processes);
            Assert.Empty(host.Unit("rabbitmq").Processes);
            Assert.Equal($"{postgres.ConnectionString};Database=things-db", front["ConnectionStrings__things-db"]);
            await Things.Store(front, "given");
        }
        finally
        {
            await Task.WhenAll(postgres.Stop(), rabbit.Stop());
        }
    }
}

/// <summary>One system with servers for the tests that need no system of their own, since a broker takes its time to start.</summary>
public sealed class HostWithServers : IAsyncLifetime, IDisposable
{
    private readonly TestState _state = new();

    public HostWithServers() => Host = new(_state, "--servers", "true");

    public RunningHost Host { get; }

    public Task InitializeAsync() => Host.Ready();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public void Dispose() => _state.Dispose();
}
