using Mamis.Contracts.Certification;
using Mamis.Contracts.Identity;
using Mamis.EventStore.Publishing;
using Mamis.EventStore.Tests.Support;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.EventStore.Tests.Messages;

/// <summary>What the bus promises on a real broker: nothing lost, nothing twice, nothing hidden.</summary>
[Trait("Category", "Servers")]
public sealed class DeliveryTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    private const string Queue = "notifications-end-term-when-ended";

    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    [Fact]
    public async Task A_message_published_before_its_listener_ever_ran_is_kept_for_it_and_has_one_effect()
    {
        var physician = Guid.CreateVersion7();
        await using var identity = await ServiceNode.Start("identity", broker.Broker, await StoreHost.NewDatabase());
        var message = new OutgoingMessage(Guid.CreateVersion7(), Known(physician, 3), null);

        await identity.Publish(message, CancellationToken.None);
        await identity.Publish(message, CancellationToken.None);
        await using var notifications = await ServiceNode.Start(
            "notifications", broker.Broker, await StoreHost.NewDatabase(), bus => bus.AddConsumer<KeepContactWhenKnown>());

        await Eventually.True(async () => (await notifications.Store.Load(physician)).State.Balance == 3, "the message had its effect");
        await Eventually.True(async () => await broker.Ready("notifications-keep-contact-when-known") == 0, "both deliveries are done");
        Assert.Equal(1, (await notifications.Store.Load(physician)).Version);
        Assert.Equal(2u, await broker.Ready("training-credits-keep-people-when-known"));
        Assert.Equal(0, (await notifications.DeadLetters.Count(CancellationToken.None))["notifications-keep-contact-when-known"]);
    }

    [Fact]
    public async Task A_message_that_cannot_be_handled_is_parked_counted_and_replayed_by_command()
    {
        var failing = new Failing { With = new InvalidOperationException("A bug.") };
        await using var node = await Listening(failing);
        var ids = Accounts.New(3);

        foreach (var id in ids)
        {
            await node.Publish(new(id, Ended(id), null), CancellationToken.None);
        }

        await Eventually.True(async () => (await node.DeadLetters.Count(CancellationToken.None))[Queue] == 3, "all three are parked");
        Assert.Equal(3, failing.Seen.Count);
        await broker.DeclareAgain(Queue, Quorum);
        await broker.DeclareAgain($"{Queue}_error", Quorum);

        failing.With = null;
        failing.Seen.Clear();
        Assert.Equal(3, await node.DeadLetters.Replay(Queue, CancellationToken.None));
        await Eventually.True(() => failing.Seen.Order().SequenceEqual(ids.Order()), "all three are handled under their own ids");
        Assert.Equal(0, (await node.DeadLetters.Count(CancellationToken.None))[Queue]);
    }

    [Fact]
    public async Task What_passes_is_tried_again_until_it_has_passed()
    {
        var failing = new Failing { With = new TimeoutException() };
        await using var node = await Listening(failing);
        var id = Guid.CreateVersion7();

        await node.Publish(new(id, Ended(id), null), CancellationToken.None);
        await Eventually.True(() => failing.Seen.Count(it => it == id) > 4, "it was tried more than four times");
        failing.With = null;

        await Eventually.True(async () => await broker.Ready(Queue) == 0, "it is done");
        Assert.Equal(0, (await node.DeadLetters.Count(CancellationToken.None))[Queue]);
    }

    [Fact]
    public async Task A_service_that_stops_while_it_tries_again_leaves_the_message_in_its_queue()
    {
        var failing = new Failing { With = new TimeoutException() };
        var id = Guid.CreateVersion7();

        await using (var node = await Listening(failing))
        {
            await node.Publish(new(id, Ended(id), null), CancellationToken.None);
            await Eventually.True(() => failing.Seen.Contains(id), "it is being tried");
        }

        failing.With = null;
        failing.Seen.Clear();
        await using var next = await Listening(failing);

        await Eventually.True(() => failing.Seen.Contains(id), "the next node handles it");
        Assert.Equal(0, (await next.DeadLetters.Count(CancellationToken.None))[Queue]);
    }

    private async Task<ServiceNode> Listening(Failing failing) => await ServiceNode.Start(
        "notifications",
        broker.Broker,
        await StoreHost.NewDatabase(),
        bus =>
        {
            bus.AddSingleton(failing);
            bus.AddConsumer<EndTermWhenEnded>();
        });

    private static PhysicianKnown Known(Guid physician, long version) =>
        new() { PhysicianId = physician, Version = version, OccurredAt = DateTimeOffset.UnixEpoch };

    private static CertificateEnded Ended(Guid id) =>
        new() { CertificateId = id, PhysicianId = id, Reason = "lapsed", Version = 1, OccurredAt = DateTimeOffset.UnixEpoch };
}
