using System.Collections.Concurrent;
using Mamis.EventStore.Commands;
using Mamis.EventStore.Tests.Support;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.EventStore.Tests.Commands;

/// <summary>Work left with the events is done once, by one of the nodes, and never forgotten.</summary>
[Trait("Category", "Servers")]
public sealed class CommandTests
{
    [Fact]
    public async Task Every_command_is_done_once_by_one_of_two_nodes()
    {
        var work = new Work();
        await using var first = await Start(work);
        await using var second = await Start(work, first.Connection);
        var ids = Accounts.New(200);

        await first.Store.Append(ids.Aggregate(new Changes(), (changes, id) => changes.Leave(Command(id))), CancellationToken.None);

        await Eventually.True(async () => await first.Count("mamis_commands where done_at is not null") == 200, "all are done");
        Assert.Equal(ids.Order(), work.Done.Order());
    }

    [Fact]
    public async Task A_command_waits_until_it_is_due()
    {
        var work = new Work();
        await using var host = await Start(work);
        var (later, now) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        host.Clock.Set(DateTimeOffset.UnixEpoch);

        await host.Store.Append(new Changes().Leave(Command(later) with { Due = DateTimeOffset.UnixEpoch.AddDays(1) }).Leave(Command(now)), CancellationToken.None);
        await Eventually.True(() => work.Done.Contains(now), "the one that is due is done");
        Assert.DoesNotContain(later, work.Done);

        host.Clock.Set(DateTimeOffset.UnixEpoch.AddDays(1));
        await Eventually.True(() => work.Done.Contains(later), "the other follows on its day");
    }

    [Fact]
    public async Task What_is_put_back_comes_later_and_counts_no_attempt()
    {
        var work = new Work { Full = true };
        await using var host = await Start(work);
        var (id, start) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        host.Clock.Set(start);
        await host.Store.Append(new Changes().Leave(Command(id)), CancellationToken.None);
        await Eventually.True(() => Is(host, "attempts = 0 and due = '2026-04-01 00:00:30Z' and last_error is null"), "it is put back by 30 s");

        work.Full = false;
        host.Clock.Set(start.AddSeconds(30));
        await Eventually.True(() => work.Done.Contains(id), "it is done then");
    }

    [Fact]
    public async Task What_fails_is_tried_again_with_growing_waits_and_parked_in_the_end_until_a_person_asks()
    {
        var work = new Work { Fails = true };
        await using var host = await Start(work);
        var (id, start) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        host.Clock.Set(start);
        await host.Store.Append(new Changes().Leave(Command(id)), CancellationToken.None);

        await Eventually.True(() => Is(host, "attempts = 1 and due = '2026-04-01 00:00:05Z' and not parked"), "it waits 5 s");
        host.Clock.Set(start.AddSeconds(5));
        await Eventually.True(() => Is(host, "attempts = 2 and due = '2026-04-01 00:00:15Z' and not parked"), "it waits 10 s more");
        host.Clock.Set(start.AddSeconds(15));
        await Eventually.True(() => Is(host, "attempts = 3 and parked"), "it is parked");
        Assert.True(await Is(host, "last_error = 'InvalidOperationException < TimeoutException'"));
        Assert.Equal(1, Assert.Single((await host.Get<StoreMeasures>().Take(CancellationToken.None)).Commands).Parked);

        work.Fails = false;
        Assert.Equal(1, await ParkedCommands.Retry(host.Database, Worker.Kind, host.Clock.GetUtcNow(), CancellationToken.None));
        await Eventually.True(() => work.Done.Contains(id), "it is done after all");
    }

    [Fact]
    public async Task A_command_is_done_again_when_its_node_died_and_the_effect_is_one()
    {
        var work = new Work();
        await using var host = await Start(work);
        var id = Guid.CreateVersion7();
        await host.Store.Append(new Changes().Handled(Worker.Kind, id), CancellationToken.None);

        await host.Store.Append(new Changes().Leave(Command(id)), CancellationToken.None);

        await Eventually.True(() => Is(host, "done_at is not null"), "the repetition counts as done");
        Assert.Equal(1, await host.Count($"mamis_inbox where message_id = '{id}'"));
    }

    private static StoreCommand Command(Guid id) => new(id, Worker.Kind, new Worker.Payload(id), DateTimeOffset.UnixEpoch);

    private static async Task<bool> Is(StoreHost host, string condition) => await host.Count($"mamis_commands where {condition}") == 1;

    private static Task<StoreHost> Start(Work work, string? connection = null) =>
        StoreHost.Start(store => store.Commands<Worker>(), builder => builder.Services.AddSingleton(work), connection);

    /// <summary>What the worker did, and whether it is to fail.</summary>
    public sealed class Work
    {
        public ConcurrentBag<Guid> Done { get; } = [];

        public bool Fails { get; set; }

        public bool Full { get; set; }
    }

    /// <summary>Has its effect in the store, under the id of the command.</summary>
    public sealed class Worker(Work work, IEventStore store) : ICommandHandler
    {
        public static string Kind => "test-work";

        public static int Attempts => 3;

        public async Task Handle(TakenCommand command, CancellationToken cancellation)
        {
            if (work.Full)
            {
                throw new PutBackException(TimeSpan.FromSeconds(30));
            }

            if (work.Fails)
            {
                throw new InvalidOperationException("hanako@example.jp is refused", new TimeoutException());
            }

            await store.Append(new Changes().Handled(Kind, command.Id), cancellation);
            work.Done.Add(command.Payload<Payload>().Id);
        }

        public sealed record Payload(Guid Id);
    }
}
