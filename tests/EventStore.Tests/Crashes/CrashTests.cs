using Mamis.EventStore.Publishing;
using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Publishing;
using Mamis.EventStore.Tests.Support;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.EventStore.Tests.Crashes;

/// <summary>A publisher that is killed loses nothing, keeps the order of each stream, and what it repeats has one effect.</summary>
[Trait("Category", "Servers")]
public sealed class CrashTests
{
    private const int Times = 40;

    [Theory]
    [InlineData(CrashPoint.BeforeAppend, 0)]
    [InlineData(CrashPoint.AfterAppend, Times)]
    [InlineData(CrashPoint.AfterPublishBeforePosition, Times)]
    [InlineData(CrashPoint.AfterPosition, Times)]
    [InlineData(CrashPoint.DuringShutdown, Times)]
    public async Task Killed_forty_times_at_one_point(CrashPoint point, int appends)
    {
        var streams = Accounts.New(3);
        await using var host = await StoreHost.Start(store => store.Tables(Broker.Table));

        for (var time = 0; time < Times; time++)
        {
            await ChildNode.RunUntilKilled(point, host.Connection, streams);
        }

        await PublishTheRest(host.Connection);
        var stored = await host.Database.Query<Guid>("select id from mt_events order by seq_id");
        var deliveries = await Broker.Deliveries(host);

        Assert.Equal(appends * streams.Length * 2, stored.Count);
        Assert.Equal(stored.Order(), deliveries.Select(it => it.MessageId).Distinct().Order());
        Assert.All(deliveries.GroupBy(it => it.StreamId), NeverGoesAhead);
        Assert.Equal(point is CrashPoint.AfterPublishBeforePosition or CrashPoint.DuringShutdown, deliveries.Count > stored.Count);
        Assert.Equal(stored.Count, await Effects(host, deliveries));
    }

    [Fact]
    public async Task Of_two_nodes_the_other_goes_on_within_15_seconds_when_the_publishing_one_is_killed()
    {
        var streams = Accounts.New(1);
        await using var host = await StoreHost.Start(store => store.Tables(Broker.Table));
        using var first = ChildNode.Start(CrashPoint.None, host.Connection, streams);
        await Eventually.True(async () => await host.Count("broker") == 2, "the first node publishes");
        await using var second = await StartPublishing(host.Connection);

        first.Kill();
        var killed = TimeProvider.System.GetTimestamp();
        await second.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted(1));
        await Eventually.True(async () => await host.Count("broker") == 3, "the second node publishes");

        Assert.True(TimeProvider.System.GetElapsedTime(killed) < TimeSpan.FromSeconds(15));
    }

    /// <summary>A version is first delivered after the one before it.</summary>
    private static void NeverGoesAhead(IEnumerable<Delivery> stream)
    {
        var reached = 0L;

        foreach (var delivery in stream)
        {
            Assert.InRange(delivery.Version, 1, reached + 1);
            reached = Math.Max(reached, delivery.Version);
        }
    }

    private static Task<StoreHost> StartPublishing(string connection) => StoreHost.Start(
        store => store.Publisher<Telling>(),
        builder =>
        {
            builder.Services.AddSingleton<Broker>();
            builder.Services.AddSingleton<PublishMessage>(it => it.GetRequiredService<Broker>().Publish);
        },
        connection);

    private static async Task PublishTheRest(string connection)
    {
        await using var node = await StartPublishing(connection);
        await Eventually.True(
            async () => (await node.Get<StoreMeasures>().Take(CancellationToken.None)).Behind.GetValueOrDefault("mamis:publisher", 1) == 0,
            "everything is published");
    }

    /// <summary>What a consumer with an inbox makes of the deliveries: the number of effects.</summary>
    private static async Task<long> Effects(StoreHost host, IReadOnlyList<Delivery> deliveries)
    {
        var (account, version) = (Guid.CreateVersion7(), 0);

        foreach (var delivery in deliveries)
        {
            try
            {
                var effect = new Changes().Append<Account>(account, version, [Accounts.Posted(1)]).Handled("consumer", delivery.MessageId);
                await host.Store.Append(effect, CancellationToken.None);
                version++;
            }
            catch (AlreadyHandledException)
            {
                // Delivered twice, effective once.
            }
        }

        return (await host.Store.Load(account)).State.Entries;
    }
}
