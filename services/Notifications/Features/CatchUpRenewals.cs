using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Runs every day that the schedule owes by now, the oldest first, on one node at a time.</summary>
/// <remarks>A node that dies in the middle leaves its day without an end; whoever comes next runs it again, which adds nothing twice.</remarks>
public sealed class CatchUpRenewals(RunRenewalDay run, NpgsqlDataSource database, TimeProvider clock)
{
    private const string Leader = "renewal-schedule";

    public async Task Run(CancellationToken cancellation)
    {
        await using var lead = await Leadership.TryTake(database, Leader, cancellation);

        if (lead is null)
        {
            return;
        }

        foreach (var day in RenewalSchedule.DaysDue(await RenewalRuns.LastScheduled(database, cancellation), clock.GetUtcNow()))
        {
            await lead.Confirm(cancellation);
            await run.On(day, Starter.Schedule, cancellation);
        }
    }
}
