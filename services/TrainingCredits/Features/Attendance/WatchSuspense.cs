using Mamis.EventStore;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>Looks for held rows that can be credited whenever it is called, and now and then by itself.</summary>
public sealed class WatchSuspense(
    ResolveSuspense suspense, SuspenseAlarm alarm, TimeProvider clock, ILogger<WatchSuspense> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await suspense.Look(stoppingToken) == 0)
                {
                    await alarm.Wait(Patience, clock, stoppingToken);
                }
            }
            catch (Exception e) when (e is StreamVersionException or AlreadyHandledException)
            {
                // A list, staff or another node changed one of the ledgers first; look again at what stands now.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "Held rows could not be matched; tried again in {Patience}", Patience);
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }
}
