using Mamis.EventStore.Postgres;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.EventStore;

/// <summary>Follows all events in order, on one node at a time, from where it stopped; what fails is tried again, never skipped.</summary>
public abstract class Subscription(
    string name, NpgsqlDataSource database, EventCatalog catalog, AppendSignal signal, TimeProvider clock, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(2);

    protected string Name => name;

    protected virtual int PageSize => 500;

    /// <summary>What the node that leads does before it follows.</summary>
    protected virtual Task Prepare(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Does what is to be done with these events, then has the position stored.</summary>
    protected abstract Task Handle(IReadOnlyList<StoredEvent> events, long from, CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var patience = new Backoff();

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lead = await Leadership.TryTake(database, name, stoppingToken);

                if (lead is null)
                {
                    await Task.Delay(TakeOver, clock, stoppingToken);
                    continue;
                }

                await Prepare(stoppingToken);
                await Follow(lead, patience.Reset, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "{Subscription} stopped at its position and tries again in {Wait}", name, patience.Next);
                await patience.Wait(clock, stoppingToken);
            }
        }
    }

    private async Task Follow(Leadership lead, Action succeeded, CancellationToken cancellation)
    {
        var feed = new EventFeed(database, catalog, await Progress.Of(database, name, cancellation));

        while (true)
        {
            await lead.Confirm(cancellation);
            var raised = signal.Raised;
            var from = feed.Position;
            var events = await feed.Next(PageSize, cancellation);

            if (events.Count == 0)
            {
                await AppendSignal.Wait(raised, Look, clock, cancellation);
                continue;
            }

            await Handle(events, from, cancellation);
            succeeded();
        }
    }
}
