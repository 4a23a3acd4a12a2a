using Mamis.Contracts.Identity;
using Mamis.EventStore.Publishing;
using Mamis.EventStore.Tests.Support;
using Mamis.Testing;
using Npgsql;

namespace Mamis.EventStore.Tests.Messages;

/// <summary>Broker and database go away and come back; what was accepted arrives, and nobody has to help.</summary>
[Trait("Category", "Servers")]
public sealed class OutageTests
{
    private const int Some = 100;

    [Fact]
    public async Task Everything_drains_after_broker_and_database_were_gone()
    {
        var rabbit = await Servers.StartRabbit();
        var postgres = await Servers.StartPostgres();
        var own = $"{postgres.ConnectionString};Database=";
        await using var identity = await ServiceNode.Start(
            "identity", rabbit.ConnectionString, await StoreHost.NewDatabase(), describe: store => store.Publisher<Telling>());
        await using var notifications = await ServiceNode.Start(
            "notifications", rabbit.ConnectionString, $"{own}notifications", bus => bus.AddConsumer<KeepContactWhenKnown>());
        var physicians = Accounts.New(5 * Some);

        await Accept(identity, physicians[..Some]);
        await rabbit.Stop();
        await Accept(identity, physicians[Some..(2 * Some)]);
        await rabbit.Start(CancellationToken.None);
        await Accept(identity, physicians[(2 * Some)..(3 * Some)]);
        // Killed only now: RabbitMQ forgets a quorum queue it was asked for in the last seconds of its life.
        await rabbit.Kill();
        await rabbit.Start(CancellationToken.None);
        await Accept(identity, physicians[(3 * Some)..(4 * Some)]);
        await postgres.Stop();
        await Accept(identity, physicians[(4 * Some)..]);
        await Eventually.True(
            async () => (await identity.Get<StoreMeasures>().Take(CancellationToken.None)).Behind["mamis:publisher"] == 0,
            "all is published while the listener's database is gone");
        await postgres.Start(CancellationToken.None);

        await Eventually.True(async () => await Effects(notifications, physicians) == physicians.Length, "every message had its effect");
        Assert.All((await notifications.DeadLetters.Count(CancellationToken.None)).Values, it => Assert.Equal(0, it));
    }

    private static async Task Accept(ServiceNode node, IEnumerable<Guid> physicians)
    {
        foreach (var id in physicians)
        {
            await node.Store.Append(id, 0, Accounts.Opened());
        }
    }

    private static async Task<long> Effects(ServiceNode node, Guid[] physicians)
    {
        try
        {
            return (await node.Store.LoadMany<Domain.Account>(physicians, CancellationToken.None)).Values.Sum(it => it.Version);
        }
        catch (NpgsqlException)
        {
            return 0;
        }
    }

    /// <summary>Tells that the owner of an account is known.</summary>
    private sealed class Telling : IPublisher
    {
        public object? Translate(StoredEvent e) => new PhysicianKnown { PhysicianId = e.StreamId, Version = 1, OccurredAt = e.Timestamp };
    }
}
