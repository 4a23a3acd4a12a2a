using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.EventStore;

/// <summary>How far the readers of the store are behind and how much work waits, for metrics, health and operators.</summary>
public sealed class StoreMeasures(NpgsqlDataSource database, TimeProvider clock, ILogger<StoreMeasures> logger)
    : BackgroundService, IHealthCheck
{
    /// <summary>More than this at two looks one after the other means that a reader does not keep up, or is stuck.</summary>
    private const long Tolerated = 500;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private StoreState _before = StoreState.Empty;
    private StoreState _now = StoreState.Empty;

    /// <summary>Looks now.</summary>
    public async Task<StoreState> Take(CancellationToken cancellation)
    {
        var state = await StoreState.Of(database, cancellation);
        (_before, _now) = (_now, state);
        return state;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (before, now) = (_before, _now);
        var late = now.Behind.Where(it => it.Value > Tolerated && before.Behind.GetValueOrDefault(it.Key) > Tolerated);
        var parked = now.Commands.Where(it => it.Parked > 0).Select(it => KeyValuePair.Create($"parked {it.Kind}", it.Parked));
        var wrong = late.Concat(parked).ToDictionary(it => it.Key, it => (object)it.Value);

        return Task.FromResult(wrong.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Readers are late or commands are parked.", data: wrong));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter(StoreTelemetry.Name);
        Observe(meter);

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Take(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning(e, "The state of the event store cannot be read now");
            }

            await Task.Delay(Look, clock, stoppingToken);
        }
    }

    private void Observe(Meter meter)
    {
        meter.CreateObservableGauge("mamis.subscriptions.behind", () => _now.Behind.Select(it => Tagged(it.Value, "subscription", it.Key)));
        meter.CreateObservableGauge("mamis.commands.waiting", () => _now.Commands.Select(it => Tagged(it.Waiting, "kind", it.Kind)));
        meter.CreateObservableGauge("mamis.commands.parked", () => _now.Commands.Select(it => Tagged(it.Parked, "kind", it.Kind)));
    }

    private static Measurement<long> Tagged(long value, string name, string tag) => new(value, new KeyValuePair<string, object?>(name, tag));
}
