using Mamis.AppHost.Embedded.Native;
using Mamis.AppHost.Embedded.Running;

namespace Mamis.AppHost.Tests.Running;

/// <summary>What happens to a running system: parts die, are stopped, and in the end all of it goes without a trace.</summary>
[Trait("Category", "Servers")]
public sealed class ControlTests : IDisposable
{
    private const int LongerThanSocketsMayBe = 120;
    private readonly TestState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task What_is_killed_starts_again_on_its_own_port()
    {
        await using var host = await new RunningHost(_state).Ready();
        var before = host.Unit("front");

        await host.Control("kill front");
        await host.Eventually(() => host.Unit("front") is { State: UnitState.Healthy, Restarts: 1 });

        Assert.Equal(before.Url, host.Unit("front").Url);
        Assert.NotEqual(before.Processes, host.Unit("front").Processes);
        Assert.Contains("front             | ended with 137", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stopped_stays_stopped_until_it_is_started_and_start_answers_when_it_is_healthy()
    {
        await using var host = await new RunningHost(_state).Ready();

        await host.Control("stop front");
        Assert.Equal(UnitState.Stopped, host.Unit("front").State);
        Assert.True(await Gone.Soon(host.Unit("front").Processes));

        await host.Control("start front");
        Assert.Equal(UnitState.Healthy, host.Unit("front").State);
        Assert.Equal(0, host.Unit("front").Restarts);
    }

    [Fact]
    public async Task A_command_nobody_knows_is_answered_with_an_error()
    {
        await using var host = await new RunningHost(_state).Ready();

        Assert.Equal("Not understood: stop nobody", (await host.Control("stop nobody")).GetProperty("error").GetString());
        Assert.Equal("Not understood: dance front", (await host.Control("dance front")).GetProperty("error").GetString());
    }

    [Theory]
    [InlineData(Signal.Terminate)]
    [InlineData(Signal.Interrupt)]
    public async Task An_orderly_stop_leaves_no_process_and_no_socket(Signal signal)
    {
        await using var host = await new RunningHost(_state).Ready();
        var (processes, socket) = (host.Processes, host.Record?.ControlSocket);

        Assert.Equal(0, await host.End(signal));

        Assert.DoesNotContain(processes, it => it.IsRunning);
        Assert.False(File.Exists(socket));
        Assert.False(File.Exists(_state.File("run.json")));
    }

    [Fact]
    public async Task Shutdown_through_the_socket_ends_the_run()
    {
        await using var host = await new RunningHost(_state).Ready();

        Assert.Equal("stopping", (await host.Control("shutdown")).GetProperty("phase").GetString());
        Assert.Equal(0, await host.Exited());
    }

    [Fact]
    public async Task A_killed_runner_takes_its_programs_along_and_the_next_run_starts_over_what_it_left()
    {
        await using var killed = await new RunningHost(_state).Ready();
        var processes = killed.Processes;

        await killed.End(Signal.Kill);
        Assert.True(await Gone.Soon(processes));
        Assert.True(File.Exists(_state.File("run.json")));

        await using var next = await new RunningHost(_state).Ready();
        Assert.All(next.Processes, it => Assert.True(it.IsRunning));
    }

    [Fact]
    public async Task A_state_directory_too_deep_for_a_socket_has_it_elsewhere()
    {
        using var deep = new TestState(new string('x', LongerThanSocketsMayBe));
        await using var host = await new RunningHost(deep).Ready();

        Assert.DoesNotContain(deep.Path, host.Record?.ControlSocket, StringComparison.Ordinal);
        Assert.Equal("ready", (await host.Control("status")).GetProperty("phase").GetString());
    }
}
