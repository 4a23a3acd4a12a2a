using Mamis.AppHost.Embedded.Native;

namespace Mamis.EventStore.Tests.Support;

/// <summary>The servers that most tests share, started when the first test needs them and ended with this process.</summary>
public static class Servers
{
    private const string Password = "only-for-tests-on-loopback";

    private static readonly Lazy<Task<PostgresServer>> SharedPostgres = new(() => StartPostgres());
    private static readonly Lazy<Task<RabbitServer>> SharedRabbit = new(() => StartRabbit());

    public static Task<PostgresServer> Postgres => SharedPostgres.Value;

    public static Task<RabbitServer> Rabbit => SharedRabbit.Value;

    /// <summary>A server of the test's own, which it may stop and start.</summary>
    public static async Task<PostgresServer> StartPostgres()
    {
        var server = new PostgresServer(Home("postgres"), Password, TimeProvider.System, static _ => { }) { Durable = false };
        await server.Start(CancellationToken.None);
        return server;
    }

    public static async Task<RabbitServer> StartRabbit()
    {
        var server = new RabbitServer(Home("rabbit"), Password, TimeProvider.System, static _ => { });
        await server.Start(CancellationToken.None);
        return server;
    }

    private static string Home(string server) =>
        Path.Combine(Path.GetTempPath(), "mamis-tests", $"{server}-{Guid.CreateVersion7():N}");
}
