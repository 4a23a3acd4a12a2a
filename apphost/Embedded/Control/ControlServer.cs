using System.Net.Sockets;
using System.Text.Json;
using Mamis.AppHost.Embedded.Running;

namespace Mamis.AppHost.Embedded.Control;

/// <summary>Lets the story, the tests and ./mamis look at the run and break it: one command a line, one JSON answer a line.</summary>
public sealed class ControlServer : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Run _run;
    private readonly string _path;
    private readonly CancellationTokenSource _stop;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public ControlServer(Run run, string path, CancellationTokenSource stop)
    {
        (_run, _path, _stop) = (run, path, stop);
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
        catch (IOException)
        {
            // The other side went away in the middle of a line.
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

            case [var verb, var name] when UnitsNamed(name) is { Count: > 0 } units:
                return await Tell(verb, units);

            default:
                return new { error = $"Not understood: {string.Join(' ', words)}" };
        }
    }

    private static async Task<object> Tell(string verb, IReadOnlyList<Unit> units)
    {
        switch (verb)
        {
            case "stop":
                await Task.WhenAll(units.Select(it => it.Stop()));
                break;
            case "kill":
                await Task.WhenAll(units.Select(it => it.Kill()));
                break;
            case "start":
                units.ToList().ForEach(it => it.Start());
                break;
            default:
                return new { error = $"Not understood: {verb}" };
        }

        return units.Select(it => it.Describe());
    }

    /// <summary>A service is named as a whole, or by one of its replicas.</summary>
    private List<Unit> UnitsNamed(string name) =>
        [.. _run.Units.Where(it => it.Name == name || it.Resource == name)];
}
