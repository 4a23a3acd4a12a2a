using Mamis.AppHost.Embedded;
using Mamis.AppHost.Embedded.Native;
using Mamis.AppHost.Embedded.Running;

namespace Mamis.AppHost.Tests.Running;

/// <summary>The small decisions of the runner, each without a process.</summary>
public sealed class PartsTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TestState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public void The_pause_before_a_restart_doubles_up_to_fifteen_seconds()
    {
        var pause = Backoff.First;
        List<double> seconds = [];

        for (var restart = 0; restart < 8; restart++)
        {
            pause = pause.After(TimeSpan.FromSeconds(29.9));
            seconds.Add(pause.Duration.TotalSeconds);
        }

        Assert.Equal([0.5, 1, 2, 4, 8, 15, 15, 15], seconds);
    }

    [Fact]
    public void Half_a_minute_of_good_life_makes_the_pause_short_again() =>
        Assert.Equal(Backoff.First, new Backoff(TimeSpan.FromSeconds(15)).After(TimeSpan.FromSeconds(30)));

    [Fact]
    public void A_secret_is_made_once_and_readable_by_its_owner_alone()
    {
        var path = _state.File("secret");

        var secret = SecretFile.ReadOrCreate(path);

        Assert.Equal(secret, SecretFile.ReadOrCreate(path));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
        Assert.NotEqual(secret, SecretFile.Make());
    }

    [Fact]
    public void A_log_starts_a_new_file_when_the_old_one_is_large_enough()
    {
        using var log = new ResourceLog("talker", 0, _state.Path, new Terminal(TextWriter.Null));
        var line = new string('x', 1024 * 1024);

        for (var written = 0; written < 12; written++)
        {
            log.Write(line);
        }

        Assert.True(new FileInfo(_state.File("talker.log")).Length < 3 * line.Length);
        Assert.True(new FileInfo(_state.File("talker.log.1")).Length > 10 * line.Length);
    }

    [Fact]
    public void The_command_line_is_a_verb_options_and_a_command_of_its_own()
    {
        var invocation = Invocation.Parse(["servers", "--state", "a b", "--", "bash", "-c", "--state"]);

        Assert.Equal("servers", invocation.Verb);
        Assert.Equal(["--state", "a b"], invocation.Options);
        Assert.Equal(["bash", "-c", "--state"], invocation.Command);
    }
}
