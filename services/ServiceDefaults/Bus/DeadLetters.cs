using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Mamis.EventStore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Mamis.ServiceDefaults;

/// <summary>The messages this service could not handle: counted, shown, and put back into their queues by command.</summary>
public sealed class DeadLetters(Uri broker, ReceiveQueues queues, TimeProvider clock) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    private readonly ConcurrentDictionary<string, long> _last = [];
    private readonly ConnectionFactory _factory = new() { Uri = broker, AutomaticRecoveryEnabled = false };

    /// <summary>How many lie there, by queue.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Count(CancellationToken cancellation)
    {
        await using var connection = await _factory.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);

        foreach (var queue in queues.Names)
        {
            _last[queue] = await Count(channel, queue, cancellation);
        }

        return _last;
    }

    /// <summary>Puts those that lie there now back where they came from, each confirmed before it is taken away.</summary>
    /// <returns>How many; a message that fails again comes back and is not counted twice.</returns>
    public async Task<long> Replay(string queue, CancellationToken cancellation)
    {
        await using var connection = await _factory.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(new(true, true), cancellation);
        var (waiting, replayed) = (await Count(channel, queue, cancellation), 0L);

        while (replayed < waiting && await channel.BasicGetAsync(ReceiveQueues.ErrorsOf(queue), false, cancellation) is { } letter)
        {
            await channel.BasicPublishAsync(string.Empty, queue, mandatory: true, Cleaned(letter), letter.Body, cancellation);
            await channel.BasicAckAsync(letter.DeliveryTag, false, cancellation);
            replayed++;
        }

        return replayed;
    }

    public bool Knows(string queue) => queues.Names.Contains(queue);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var parked = _last.Where(it => it.Value > 0).ToDictionary(it => it.Key, it => (object)it.Value);

        return Task.FromResult(parked.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Messages could not be handled and wait for a person.", data: parked));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var gauge = new Meter(StoreTelemetry.Name);
        gauge.CreateObservableGauge(
            "mamis.dead_letters", () => _last.Select(it => new Measurement<long>(it.Value, new KeyValuePair<string, object?>("queue", it.Key))));

        while (true)
        {
            try
            {
                await Count(stoppingToken);
            }
            catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException or IOException)
            {
                // The bus reports that the broker is out of reach; the last count stays.
            }

            await Task.Delay(Look, clock, stoppingToken);
        }
    }

    /// <summary>
    /// Makes the queue, as MassTransit would at the first failure: asking for one that is not there ends the channel
    /// and leaves an error in the broker's log each time.
    /// </summary>
    private static async Task<long> Count(IChannel channel, string queue, CancellationToken cancellation) =>
        (await channel.QueueDeclareAsync(
            ReceiveQueues.ErrorsOf(queue), durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: cancellation)).MessageCount;

    /// <summary>As the message was first sent: what was noted about the failure would else grow with each replay.</summary>
    private static BasicProperties Cleaned(BasicGetResult letter) => new(letter.BasicProperties)
    {
        Headers = letter.BasicProperties.Headers?
            .Where(it => !it.Key.StartsWith("MT-Fault-", StringComparison.Ordinal) && !it.Key.StartsWith("x-", StringComparison.Ordinal))
            .ToDictionary(),
    };
}
