using System.Diagnostics;
using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>PostgreSQL and RabbitMQ for the time one command takes, so that all test projects share them.</summary>
public sealed class Servers(StateDirectory state, TimeProvider clock, bool durable)
{
    public async Task<int> Beside(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        using var postgresLog = FileLog("postgres");
        using var rabbitLog = FileLog("rabbitmq");
        var postgres = new PostgresServer(state.Below("postgres"), state.Secret("postgres-password"), clock, postgresLog.Write)
        {
            Durable = durable,
        };
        var rabbit = new RabbitServer(state.Below("rabbitmq"), state.Secret("rabbitmq-password"), clock, rabbitLog.Write)
        {
            ManagementPort = Ports.Free(),
        };

        try
        {
            await Task.WhenAll(postgres.Start(cancellation), rabbit.Start(cancellation));
            return await Execute(command, postgres, rabbit, cancellation);
        }
        finally
        {
            await Task.WhenAll(postgres.Stop(), rabbit.Stop());
        }
    }

    private static async Task<int> Execute(
        IReadOnlyList<string> command, PostgresServer postgres, RabbitServer rabbit, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            Environment =
            {
                ["MAMIS_TEST_POSTGRES"] = postgres.ConnectionString,
                ["MAMIS_TEST_RABBITMQ"] = rabbit.ConnectionString,
                ["MAMIS_TEST_RABBITMQ_MANAGEMENT"] = rabbit.ManagementAddress.ToString(),
            },
        };
        using var process = new Process { StartInfo = start };
        Spawner.Run(() => process.Start());

        try
        {
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            // The command shares our terminal, so Ctrl-C has reached it as well.
            Signals.Send(process.Id, Signal.Terminate);
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode;
        }
    }

    private ResourceLog FileLog(string name) => new(name, 0, state.Logs, new Terminal(TextWriter.Null));
}
