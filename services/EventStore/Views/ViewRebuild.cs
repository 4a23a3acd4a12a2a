using Mamis.EventStore.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.EventStore.Views;

/// <summary>Builds a view from the first event, in tables beside the live ones, which serve reads and writes meanwhile.</summary>
/// <remarks>
/// When the shadow has caught up it takes the place of the live tables in one short transaction, in which appends wait. If
/// the locks for that are not to be had at once it lets everybody pass, catches up again and tries later.
/// </remarks>
public sealed class ViewRebuild(NpgsqlDataSource database, EventCatalog catalog, TimeProvider clock, ILogger<ViewRebuild> logger)
{
    private const int Page = 5_000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Builds the view where it does not stand in its version; of several nodes one does it, and the others wait for it.</summary>
    public async Task WhereStale(IView view, CancellationToken cancellation)
    {
        await using var lead = await Lead(view, cancellation);

        if (await ViewVersions.Of(database, view, cancellation) != view.Version)
        {
            await Build(view, cancellation);
        }
    }

    /// <summary>Builds the view, whatever state it is in.</summary>
    public async Task Run(IView view, CancellationToken cancellation)
    {
        await using var lead = await Lead(view, cancellation);
        await Build(view, cancellation);
    }

    private async Task Build(IView view, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var shadow = new ShadowTables(view);
        var feed = new EventFeed(database, catalog, 0);
        var patience = new Backoff();
        await InTransaction(Done(shadow.Create), cancellation);
        await CatchUp(shadow, feed, cancellation);

        while (!await TakesPlace(shadow, feed, cancellation))
        {
            await patience.Wait(clock, cancellation);
            // What was read inside the transaction that failed has to be read again.
            feed = new EventFeed(database, catalog, shadow.Position);
            await CatchUp(shadow, feed, cancellation);
        }

        logger.LogInformation(
            "View {View} was built from {Events} events in {Elapsed}", view.Name, shadow.Position, clock.GetElapsedTime(started));
    }

    private async Task CatchUp(ShadowTables shadow, EventFeed feed, CancellationToken cancellation)
    {
        while (await feed.Next(Page, cancellation) is { Count: > 0 } events)
        {
            await InTransaction(Done(connection => shadow.Write(connection, events, cancellation)), cancellation);
            shadow.Position = feed.Position;
        }
    }

    private async Task<bool> TakesPlace(ShadowTables shadow, EventFeed feed, CancellationToken cancellation)
    {
        try
        {
            return await InTransaction(connection => shadow.TakesPlace(connection, feed, cancellation), cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    private static Func<NpgsqlConnection, Task<bool>> Done(Func<NpgsqlConnection, Task> work) => async connection =>
    {
        await work(connection);
        return true;
    };

    /// <summary>Commits when the work says so.</summary>
    private async Task<bool> InTransaction(Func<NpgsqlConnection, Task<bool>> work, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var commit = await work(connection);

        if (commit)
        {
            await transaction.CommitAsync(cancellation);
        }

        return commit;
    }

    private async Task<Leadership> Lead(IView view, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Leadership.TryTake(database, $"mamis:rebuild:{view.Name}", cancellation) is { } lead)
            {
                return lead;
            }

            await Task.Delay(Look, clock, cancellation);
        }
    }
}
