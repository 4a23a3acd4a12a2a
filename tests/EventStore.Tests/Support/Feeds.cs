using Mamis.EventStore.Postgres;

namespace Mamis.EventStore.Tests.Support;

/// <summary>Readers of all events.</summary>
public static class Feeds
{
    public static EventFeed Feed(this StoreHost host, long position = 0) => new(host.Database, host.Get<EventCatalog>(), position);

    /// <summary>All that can be read now.</summary>
    public static async Task<List<long>> Drain(this EventFeed feed)
    {
        var read = new List<long>();

        while (await feed.Next(1_000, CancellationToken.None) is { Count: > 0 } events)
        {
            read.AddRange(events.Select(it => it.Sequence));
        }

        return read;
    }

    public static async Task<List<long>> Stored(this StoreHost host) =>
        [.. await host.Database.Query<long>("select seq_id from mt_events order by seq_id")];
}
