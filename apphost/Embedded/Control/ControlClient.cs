using System.Net.Sockets;
using System.Text.Json;
using Mamis.AppHost.Embedded.Native;
using Mamis.AppHost.Embedded.Running;

namespace Mamis.AppHost.Embedded.Control;

/// <summary>The other end of the control socket, for ./mamis.</summary>
public sealed class ControlClient(StateDirectory state, int? runner, Terminal terminal, TimeProvider clock)
{
    private const int NothingRuns = 3;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(300);

    public async Task<int> Execute(string verb, IReadOnlyList<string> operands, CancellationToken cancellation)
    {
        if (verb == "wait" && runner is { } expected)
        {
            return await UntilReady(expected, cancellation);
        }

        if (RunRecord.Read(state.RunFile) is not { Runner.IsRunning: true } run)
        {
            terminal.Write($"Nothing runs on {state.Path}.");
            return NothingRuns;
        }

        return verb switch
        {
            "status" => Show(await Ask<RunRecord>(run, "status", cancellation)),
            "wait" => await UntilReady(run.Runner.Id, cancellation),
            "ping" => 0,
            "shutdown" => await ShutDown(run, cancellation),
            _ => await Tell(run, string.Join(' ', [verb, .. operands]), cancellation),
        };
    }

    private int Show(RunRecord? run)
    {
        if (run is null)
        {
            return NothingRuns;
        }

        terminal.Write($"{run.Phase.ToString().ToLowerInvariant()}: {string.Join(", ", run.Addresses)}");

        foreach (var line in StateTable.Lines(run))
        {
            terminal.Write(line);
        }

        return run.Phase is RunPhase.Ready ? 0 : 1;
    }

    /// <summary>A run that was just started may not have written its record yet, or only a crashed one's may be there.</summary>
    private async Task<int> UntilReady(int expected, CancellationToken cancellation)
    {
        while (ProcessIdentity.CommandLine(expected).Length > 0)
        {
            if (RunRecord.Read(state.RunFile) is { Phase: RunPhase.Ready } ready && ready.Runner.Id == expected)
            {
                new Welcome(state, terminal).Show(ready.Addresses);
                return 0;
            }

            await Task.Delay(Step, clock, cancellation);
        }

        return 1;
    }

    private async Task<int> ShutDown(RunRecord run, CancellationToken cancellation)
    {
        await Ask<JsonElement>(run, "shutdown", cancellation);

        while (run.Runner.IsRunning)
        {
            await Task.Delay(Step, clock, cancellation);
        }

        terminal.Write("Stopped.");
        return 0;
    }

    private async Task<int> Tell(RunRecord run, string command, CancellationToken cancellation)
    {
        var answer = await Ask<JsonElement>(run, command, cancellation);
        terminal.Write(answer.GetRawText());
        return answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("error", out _) ? 1 : 0;
    }

    private static async Task<T?> Ask<T>(RunRecord run, string command, CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(run.ControlSocket), cancellation);
        await using var stream = new NetworkStream(socket);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        using var reader = new StreamReader(stream);
        await writer.WriteLineAsync(command.AsMemory(), cancellation);
        var answer = await reader.ReadLineAsync(cancellation) ?? throw new IOException("The run ended before it answered.");

        return JsonSerializer.Deserialize<T>(answer, RunRecord.Json);
    }
}
