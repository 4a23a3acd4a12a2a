using System.Runtime.InteropServices;
using Mamis.AppHost.Embedded.Control;
using Mamis.AppHost.Embedded.Running;
using Microsoft.Extensions.Configuration;

namespace Mamis.AppHost.Embedded;

/// <summary>The declared system, ready to run: Aspire's entry point, without containers and without Aspire.</summary>
public sealed class DistributedApplication(DistributedApplicationBuilder builder)
{
    private static readonly PosixSignal[] Ends = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly Terminal _terminal = new() { ShowsLogs = builder.Configuration.GetValue("show-logs", true) };
    private readonly TimeProvider _clock = TimeProvider.System;

    public static DistributedApplicationBuilder CreateBuilder(string[] args) => new(args);

    /// <summary>Without a verb the whole system; <c>servers</c> runs a command beside its servers; the rest talks to a run.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var signals = Ends.Select(it => PosixSignalRegistration.Create(it, Stop)).ToList();

        Environment.ExitCode = builder.Invocation switch
        {
            { Verb: null } => await RunSystem(stop),
            { Verb: "servers", Command: var command } => await RunBesideServers(command, stop),
            { Verb: var verb, Operands: var operands } =>
                await new ControlClient(builder.State, builder.Configuration.GetValue<int?>("runner"), _terminal, _clock).Execute(verb, operands, stop.Token),
        };

        signals.ForEach(it => it.Dispose());

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private async Task<int> RunSystem(CancellationTokenSource stop)
    {
        using var held = builder.State.TryLock();

        if (held is null)
        {
            _terminal.Write($"A system already runs on {builder.State.Path}.");
            return 1;
        }

        var limit = TimeSpan.FromSeconds(builder.Configuration.GetValue("start-limit", 180));
        return await new Run(builder.State, new(builder, _terminal, _clock), _terminal, _clock, limit).Execute(stop);
    }

    private async Task<int> RunBesideServers(IReadOnlyList<string> command, CancellationTokenSource stop)
    {
        using var held = builder.State.TryLock();

        if (held is null)
        {
            _terminal.Write($"A system already runs on {builder.State.Path}.");
            return 1;
        }

        return await new Servers(builder.State, _clock, builder.Configuration.GetValue("durable", false)).Beside(command, stop.Token);
    }
}
