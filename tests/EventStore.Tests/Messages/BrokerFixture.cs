using Mamis.AppHost.Embedded.Native;
using Mamis.EventStore.Tests.Support;
using RabbitMQ.Client;

namespace Mamis.EventStore.Tests.Messages;

/// <summary>A broker for one class of tests, so that its queues begin empty.</summary>
public sealed class BrokerFixture : IAsyncLifetime
{
    private RabbitServer? _server;

    public string Broker => Server.ConnectionString;

    public RabbitServer Server => _server ?? throw new InvalidOperationException("The broker has not started.");

    public async Task InitializeAsync() => _server = await Servers.StartRabbit();

    public Task DisposeAsync() => Server.Stop();

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
