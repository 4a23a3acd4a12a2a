using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Tests.Native;

/// <summary>Ending what a crashed run left must never hit a stranger that got the same process number.</summary>
public sealed class LeftoversTests
{
    private const string Command = "sleep";
    private readonly ChildProcess _child = ChildProcess.Start(new(Command, "600"), _ => { });

    [Fact]
    public async Task A_process_that_matches_in_everything_is_ended()
    {
        await End(_child.Identity);

        Assert.False(_child.Identity.IsRunning);
    }

    [Fact]
    public async Task A_process_with_another_command_line_is_left_alone()
    {
        await End(_child.Identity with { Mark = "Mamis.Identity.dll" });

        Assert.True(_child.IsRunning);
        await _child.Kill();
    }

    [Fact]
    public async Task A_process_that_started_at_another_time_is_left_alone()
    {
        await End(_child.Identity with { StartedAt = _child.Identity.StartedAt - 1 });

        Assert.True(_child.IsRunning);
        await _child.Kill();
    }

    [Fact]
    public async Task A_child_that_does_not_listen_is_killed_with_its_whole_group()
    {
        var stubborn = ChildProcess.Start(new("bash", "-c", "trap '' TERM; sleep 600 & echo $!; wait; wait") { Mark = "bash" }, _ => { });

        await stubborn.Stop(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        Assert.False(stubborn.IsRunning);
        await _child.Kill();
    }

    private static Task End(ProcessIdentity process) => Leftovers.End(process, TimeProvider.System, CancellationToken.None);
}
