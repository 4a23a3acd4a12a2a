using System.Net.Sockets;
using System.Text.Json;
using Mamis.AppHost.Embedded.Running;

namespace Mamis.AppHost.Embedded.Control;

/// <summary>Lets the story, the tests and ./mamis look at the run and break it: one command a line, one JSON answer a line.</summary>
public sealed class ControlServer : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly Run _run;
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public ControlServer(Run run, string path, TimeProvider clock, CancellationTokenSource stop)
    {
        (_run, _path, _clock, _stop) = (run, path, clock, stop);
        File.Delete(path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, OwnerOnly);
        _listener.Listen();
        _ = Accept();
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        File.Delete(_path);
        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task Serve(Socket client)
    {
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true };

            while (await reader.ReadLineAsync() is { } line)
            {
                await writer.WriteLineAsync(JsonSerializer.Serialize(await Answer(line.Split(' ')), RunRecord.Json));
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The run is over, or the other side went away in the middle of a line.
        }
    }

    private async Task<object> Answer(string[] words)
    {
        switch (words)
        {
            case ["status"]:
                return _run.Describe();

            case ["shutdown"]:
                await _stop.CancelAsync();
                return _run.Describe();

            case ["stop" or "start" or "kill", var name] when UnitsNamed(name) is { Count: > 0 } units:
                await Task.WhenAll(units.Select(it => Tell(words[0], it)));
                return units.ToDictionary(it => it.Name, it => it.Describe());

            default:
                return new { error = $"Not understood: {string.Join(' ', words)}" };
        }
    }

    private Task Tell(string verb, Unit unit) => verb switch
    {
        "stop" => unit.Stop(),
        "kill" => unit.Kill(),
        _ => Start(unit),
    };

    /// <summary>Answers when the unit is healthy, or when it takes so long that something must be wrong.</summary>
    private async Task Start(Unit unit)
    {
        unit.Start();

        for (var waited = TimeSpan.Zero; waited < Patience && unit.State is not UnitState.Healthy; waited += Step)
        {
            await Task.Delay(Step, _clock, _stop.Token);
        }
    }

    /// <summary>A service is named as a whole, or by one of its replicas.</summary>
    private List<Unit> UnitsNamed(string name) =>
        [.. _run.Units.Where(it => it.Name == name || it.Resource == name)];
}
