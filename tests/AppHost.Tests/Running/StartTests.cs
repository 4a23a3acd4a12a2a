using Mamis.AppHost.Embedded.Running;

namespace Mamis.AppHost.Tests.Running;

/// <summary>How the runner starts programs: with which environment, in which order, and what it says when one will not start.</summary>
[Trait("Category", "Servers")]
public sealed class StartTests : IDisposable
{
    private readonly TestState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task A_program_gets_the_environment_Aspire_would_give_it()
    {
        await using var host = await new RunningHost(_state).Ready();

        var front = await host.EnvironmentOf("front");

        Assert.Equal(host.Unit("front").Url, front["ASPNETCORE_URLS"]);
        Assert.Equal("Development", front["ASPNETCORE_ENVIRONMENT"]);
        Assert.Equal("front", front["OTEL_SERVICE_NAME"]);
        Assert.Equal("service.instance.id=front-1", front["OTEL_RESOURCE_ATTRIBUTES"]);
        Assert.Equal(host.Unit("back-end").Url, front["services__back-end__http__0"]);
        Assert.Equal(host.Unit("back-end").Url, front["BACK_END_HTTP"]);
        Assert.Equal(host.Unit("back-end").Url, front["Back__Url"]);
        Assert.Equal(File.ReadAllText(_state.File("secrets/service-secret")), front["Service__Secret"]);
    }

    [Fact]
    public async Task A_collector_given_to_the_runner_is_given_to_every_program()
    {
        var given = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:4317" };
        await using var host = await new RunningHost(_state, given).Ready();

        Assert.Equal("http://127.0.0.1:4317", (await host.EnvironmentOf("front"))["OTEL_EXPORTER_OTLP_ENDPOINT"]);
    }

    [Fact]
    public async Task A_program_waits_until_every_replica_of_what_it_needs_is_healthy()
    {
        await using var host = new RunningHost(_state, "--replicas", "2", "--gate", _state.File("gate"));
        await host.Eventually(() => host.Record?.Resources.Values.Count(it => it.State is UnitState.Starting) == 2);
        Assert.Equal(UnitState.Waiting, host.Unit("front").State);

        await File.WriteAllTextAsync(_state.File("gate"), "open");
        await host.Ready();

        var front = await host.EnvironmentOf("front");
        Assert.Equal(host.Unit("back-end-1").Url, front["services__back-end__http__0"]);
        Assert.Equal(host.Unit("back-end-2").Url, front["services__back-end__http__1"]);
        Assert.NotEqual(host.Unit("back-end-1").Url, host.Unit("back-end-2").Url);
    }

    [Fact]
    public async Task A_program_that_never_gets_healthy_is_named_with_its_last_lines_and_the_run_fails()
    {
        await using var host = new RunningHost(_state, "--start-limit", "8", "--gate", _state.File("never"));

        Assert.Equal(1, await host.Exited());
        Assert.Contains("back-end was not healthy within 8 s. Its last lines:", host.Output, StringComparison.Ordinal);
        Assert.Contains($"          Healthy only with the file {_state.File("never")}", host.Output, StringComparison.Ordinal);
        Assert.Contains("front still waits for back-end.", host.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_state.File("run.json")));
    }

    [Fact]
    public async Task A_second_run_on_the_same_state_is_refused_and_the_first_goes_on()
    {
        await using var first = await new RunningHost(_state).Ready();
        await using var second = new RunningHost(_state);

        Assert.Equal(1, await second.Exited());
        Assert.Contains("already runs", second.Output, StringComparison.Ordinal);
        Assert.Equal(RunPhase.Ready, first.Record?.Phase);
    }

    [Fact]
    public async Task Two_systems_run_side_by_side()
    {
        using var other = new TestState("another");
        await using var first = await new RunningHost(_state).Ready();
        await using var second = await new RunningHost(other).Ready();

        Assert.Equal(0, await first.End());
        Assert.All(second.Processes, it => Assert.True(it.IsRunning));
    }
}
