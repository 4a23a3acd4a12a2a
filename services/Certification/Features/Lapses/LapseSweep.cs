using Mamis.EventStore;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Features.Lapses;

/// <summary>Sweeps at the start and every hour after, so that a new day is seen soon after it began; a second look finds nothing.</summary>
public sealed class LapseSweep(LapseCertificates lapse, NpgsqlDataSource database, TimeProvider clock, ILogger<LapseSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);

        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning(e, "The sweep over ended terms is put off to the next hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep(CancellationToken cancellation)
    {
        await using var lead = await Leadership.TryTake(database, SweepLapses.Leader, cancellation);

        if (lead is null)
        {
            return;
        }

        var lapsed = await lapse.On(clock.Today(), record: true, cancellation);
        logger.LogInformation("{Lapsed} titles ended without a renewal", lapsed);
    }
}
