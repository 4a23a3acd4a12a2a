using Npgsql;

namespace Mamis.Identity.Tokens;

/// <summary>Has keys before the first request comes, and looks every minute for what other nodes made.</summary>
public sealed class SigningKeyUpkeep(SigningKeys keys, TimeProvider clock, ILogger<SigningKeyUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keys.Refresh(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning(e, "The signing keys could not be looked at; the present ones go on");
            }
        }
    }
}
