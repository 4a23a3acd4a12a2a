using Mamis.EventStore;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Looks now and then for claims whose day has passed.</summary>
public sealed class WatchClaims(EscalateClaims claims, TimeProvider clock, ILogger<WatchClaims> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await claims.Look(stoppingToken) == 0)
                {
                    await Task.Delay(Patience, clock, stoppingToken);
                }
            }
            catch (StreamVersionException)
            {
                // The organizer answered, or another node was quicker; look again at what stands now.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "Claims could not be passed on; tried again in {Patience}", Patience);
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }
}
