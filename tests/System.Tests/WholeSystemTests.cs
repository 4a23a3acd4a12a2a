using System.Runtime.Versioning;
using Xunit.Abstractions;

namespace Mamis.System.Tests;

/// <summary>The whole system from an empty state directory, through the gateway, with real servers.</summary>
[Trait("Category", "Servers")]
[UnsupportedOSPlatform("windows")]
public sealed class WholeSystemTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private readonly BuiltProgram _runner = new("Mamis.AppHost");
    private readonly BuiltProgram _story = new("Mamis.Story");
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(10));
    private readonly string _state = Directory.CreateTempSubdirectory("mamis system ").FullName;

    public async Task InitializeAsync()
    {
        // The servers' own accounts have to pass through it.
        File.SetUnixFileMode(_state, File.GetUnixFileMode(_state) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var runner = _runner.Start("--state", _state, "--port", "0");
        _ = runner.StandardOutput.ReadToEndAsync(_patience.Token);
        _ = runner.StandardError.ReadToEndAsync(_patience.Token);
        var (code, said) = await _runner.Run(_patience.Token, "wait", "--state", _state, "--runner", $"{runner.Id}");
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task The_story_ends_well_twice_on_the_same_system()
    {
        for (var time = 1; time <= 2; time++)
        {
            var (code, told) = await _story.Run(_patience.Token, "--state", _state);
            output.WriteLine(told);
            Assert.Equal(0, code);
        }
    }

    public async Task DisposeAsync()
    {
        await _runner.Run(_patience.Token, "shutdown", "--state", _state);
        Directory.Delete(_state, recursive: true);
    }

    public void Dispose() => _patience.Dispose();
}
