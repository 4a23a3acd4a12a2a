using RabbitMQ.Client;

namespace Mamis.Benchmarks.Events;

/// <summary>The limit of S7: the broker's own client sends one ready-made body again and again, as many in flight as ours has, into as many queues.</summary>
public sealed class BareClient : IAsyncDisposable
{
    private const string Exchange = "bare";
    private const int InFlight = 500;

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string[] _queues;
    private BasicProperties _properties = new();
    private ReadOnlyMemory<byte> _body;

    private BareClient(IConnection connection, IChannel channel, string[] queues) => (_connection, _channel, _queues) = (connection, channel, queues);

    /// <summary>A confirm waits for the slowest queue, so the limit has as many of them as the contract has listeners.</summary>
    public static async Task<BareClient> Start(string broker, int queues)
    {
        var connection = await new ConnectionFactory { Uri = new(broker) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new(true, true, outstandingPublisherConfirmationsRateLimiter: null));
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true);
        string[] names = [.. Enumerable.Range(1, queues).Select(it => $"bare-{it}")];

        foreach (var queue in names)
        {
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await channel.QueueBindAsync(queue, Exchange, string.Empty);
        }

        return new(connection, channel, names);
    }

    /// <summary>Sends from now on what the queue got from elsewhere: the same body with the same properties.</summary>
    public async Task Imitate(string queue)
    {
        var letter = await _channel.BasicGetAsync(queue, autoAck: true) ?? throw new InvalidOperationException($"Nothing arrived in {queue}.");
        (_properties, _body) = (new(letter.BasicProperties), letter.Body);
    }

    /// <summary>Whatever was sent before is not the burden of what is sent next.</summary>
    public async Task Empty(IEnumerable<string> queues)
    {
        foreach (var queue in queues)
        {
            await _channel.QueuePurgeAsync(queue);
        }
    }

    public Task Empty() => Empty(_queues);

    public Task Publish(int messages) => Parallel.ForEachAsync(
        Enumerable.Range(0, messages),
        new ParallelOptions { MaxDegreeOfParallelism = InFlight },
        (_, cancellation) => _channel.BasicPublishAsync(Exchange, string.Empty, mandatory: true, _properties, _body, cancellation));

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
