using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Mamis.AppHost.Embedded.Native;
using Mamis.AppHost.Embedded.Running;
using Mamis.AppHost.Tests.StandIns;

namespace Mamis.AppHost.Tests.Running;

/// <summary>The stand-in AppHost as a process of its own, since only a process can be killed.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly HttpClient Http = new();
    private readonly List<string> _output = [];
    private readonly Process _process;

    public RunningHost(TestState state, params string[] options)
        : this(state, new Dictionary<string, string>(), options)
    {
    }

    public RunningHost(TestState state, IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        State = state;
        // A test run in the background ignores Ctrl-C, and what it starts would inherit that.
        var start = new ProcessStartInfo(
            "env", ["--default-signal=INT", "dotnet", typeof(HostProgram).Assembly.Location, "host", "--state", state.Path, .. options])
        {
            RedirectStandardOutput = true,
        };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => { lock (_output) { _output.Add(line.Data ?? string.Empty); } };
        _process.Start();
        _process.BeginOutputReadLine();
    }

    public TestState State { get; }

    public bool IsRunning => !_process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public RunRecord? Record => RunRecord.Read(State.File("run.json"));

    public UnitRecord Unit(string name) =>
        Record?.Resources[name] ?? throw new InvalidOperationException($"No run on {State.Path}.\n{Output}");

    public IReadOnlyList<ProcessIdentity> Processes => [.. Record?.Resources.Values.SelectMany(it => it.Processes) ?? []];

    public async Task<RunningHost> Ready()
    {
        await Eventually(() => Record is { Phase: RunPhase.Ready } it && it.Runner.Id == _process.Id);
        return this;
    }

    public async Task Eventually(Func<bool> holds)
    {
        var began = Stopwatch.StartNew();

        while (!holds())
        {
            Assert.True(began.Elapsed < Patience && IsRunning, $"It did not come about.\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public async Task<Dictionary<string, string>> EnvironmentOf(string unit) =>
        await Http.GetFromJsonAsync<Dictionary<string, string>>(new Uri($"{Unit(unit).Url}/environment")) ?? [];

    public async Task<JsonElement> Control(string command)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Record?.ControlSocket ?? string.Empty));
        await using var stream = new NetworkStream(socket);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        using var reader = new StreamReader(stream);
        await writer.WriteLineAsync(command);

        return JsonSerializer.Deserialize<JsonElement>(await reader.ReadLineAsync() ?? "{}");
    }

    public async Task<int> End(Signal signal = Signal.Terminate)
    {
        Signals.Send(_process.Id, signal);
        return await Exited();
    }

    public async Task<int> Exited()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await End();
        }

        _process.Dispose();
    }
}
