using Mamis.AppHost.Embedded.Native;

namespace Mamis.Testing;

/// <summary>PostgreSQL and RabbitMQ as processes of this test run, in a directory that goes with it.</summary>
internal static class OwnServers
{
    public static async Task<ServerAddresses> Start(CancellationToken cancellation)
    {
        var directory = Path.Combine(Path.GetTempPath(), $"mamis-tests-{Guid.CreateVersion7():n}");
        var postgres = new PostgresServer(Path.Combine(directory, "postgres"), SecretFile.Make(), TimeProvider.System, _ => { })
        {
            Durable = false,
        };
        var rabbit = new RabbitServer(Path.Combine(directory, "rabbitmq"), SecretFile.Make(), TimeProvider.System, _ => { })
        {
            ManagementPort = Ports.Free(),
        };

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(postgres, rabbit, directory).GetAwaiter().GetResult();
        await Task.WhenAll(postgres.Start(cancellation), rabbit.Start(cancellation));

        return new(postgres.ConnectionString, rabbit.ConnectionString, rabbit.ManagementAddress);
    }

    private static async Task Stop(PostgresServer postgres, RabbitServer rabbit, string directory)
    {
        await Task.WhenAll(postgres.Stop(), rabbit.Stop());
        Directory.Delete(directory, recursive: true);
    }
}
