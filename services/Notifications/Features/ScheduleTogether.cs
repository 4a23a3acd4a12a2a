using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Features;

/// <summary>Schedules a page of notices in one append, and leaves the work of each; those that there are already are passed over.</summary>
public static class ScheduleTogether
{
    public static async Task ScheduleAll(
        this IEventStore store, IReadOnlyDictionary<Guid, NoticeScheduled> contents, TimeProvider clock, CancellationToken cancellation)
    {
        var streams = await store.LoadMany<Notice>([.. contents.Keys], cancellation);
        var changes = new Changes();

        foreach (var (id, content) in contents)
        {
            if (ScheduleNotice.Decide(streams[id].State, new(content)).Events is { Count: > 0 } events)
            {
                changes.Append<Notice>(id, streams[id].Version, events).LeaveDelivery(id, content.Route, clock);
            }
        }

        await store.Append(changes, cancellation);
    }
}
