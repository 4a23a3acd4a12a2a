using Mamis.AppHost.Embedded.Native;

namespace Mamis.EventStore.Tests.Support;

/// <summary>Servers of a test's own, which it may stop and start; the others share those of <see cref="Mamis.Testing.NativeServers"/>.</summary>
public static class Servers
{
    public static async Task<PostgresServer> StartPostgres()
    {
        var server = new PostgresServer(Home("postgres"), SecretFile.Make(), TimeProvider.System, static _ => { }) { Durable = false };
        await server.Start(CancellationToken.None);
        return server;
    }

    public static async Task<RabbitServer> StartRabbit()
    {
        var server = new RabbitServer(Home("rabbit"), SecretFile.Make(), TimeProvider.System, static _ => { });
        await server.Start(CancellationToken.None);
        return server;
    }

    private static string Home(string server) =>
        Path.Combine(Path.GetTempPath(), "mamis-tests", $"{server}-{Guid.CreateVersion7():N}");
}
