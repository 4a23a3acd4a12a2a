using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Mamis.Testing;

/// <summary>PostgreSQL and RabbitMQ in containers, for machines with Docker; Testcontainers removes them with the test run.</summary>
internal static class OwnServers
{
    private const ushort ManagementPort = 15_672;

    public static async Task<ServerAddresses> Start(CancellationToken cancellation)
    {
        var postgres = new PostgreSqlBuilder("postgres:17").WithCommand("-c", "max_connections=300").Build();
        var rabbit = new RabbitMqBuilder("rabbitmq:4-management").WithPortBinding(ManagementPort, assignRandomHostPort: true).Build();
        await Task.WhenAll(postgres.StartAsync(cancellation), rabbit.StartAsync(cancellation));

        var broker = new Uri(rabbit.GetConnectionString());
        var management = new UriBuilder("http", rabbit.Hostname, rabbit.GetMappedPublicPort(ManagementPort))
        {
            UserName = broker.UserInfo.Split(':')[0],
            Password = broker.UserInfo.Split(':')[^1],
        };
        return new(postgres.GetConnectionString(), rabbit.GetConnectionString(), management.Uri);
    }
}
