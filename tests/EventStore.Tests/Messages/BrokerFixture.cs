using Mamis.Testing;
using RabbitMQ.Client;

namespace Mamis.EventStore.Tests.Messages;

/// <summary>A virtual host for one class of tests, so that its queues begin empty.</summary>
public sealed class BrokerFixture : IAsyncLifetime
{
    public string Broker { get; private set; } = string.Empty;

    public async Task InitializeAsync() => Broker = await NativeServers.CreateVirtualHost("deliveries");

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>How many messages are ready in a queue; fails when there is no such queue.</summary>
    public async Task<uint> Ready(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new(Broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    /// <summary>Fails when the queue exists with other arguments.</summary>
    public async Task DeclareAgain(string queue, IDictionary<string, object?> arguments)
    {
        await using var connection = await new ConnectionFactory { Uri = new(Broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
    }
}
