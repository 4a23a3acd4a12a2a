using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;

namespace Mamis.EventStore.Tests.Contract;

/// <summary>What every engine promises when many append at the same time.</summary>
[Trait("Category", "Servers")]
public abstract class ConcurrencyContract(StoreFixture fixture)
{
    private const int Writers = 100;

    private readonly StoreHost _host = fixture.Host;
    private readonly IEventStore _store = fixture.Host.Store;

    [Fact]
    public async Task Of_100_writers_with_one_expected_version_exactly_one_lands_ten_times_over()
    {
        var id = Guid.CreateVersion7();

        for (var version = 0; version < 10; version++)
        {
            var landed = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Lands(id, version)));

            Assert.Equal(1, landed.Count(it => it));
            Assert.Equal(version + 1, (await _store.Load(id)).Version);
        }
    }

    [Fact]
    public async Task Each_of_100_writers_on_one_stream_lands_once_and_the_view_equals_the_fold()
    {
        var id = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(1, Writers).Select(async units =>
        {
            while (!await Lands(id, (await _store.Load(id)).Version, units))
            {
            }
        }));

        var events = await _store.ReadStream(id, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, Writers), events.Select(it => (int)((UnitsPosted)it.Data).Units).Order());
        var (fold, card) = ((await _store.Load(id)).State, await _host.Card(id));
        Assert.Equal((fold.Balance, fold.Entries), (card?.Balance, card?.Entries));
    }

    [Fact]
    public async Task Batches_over_the_same_streams_never_deadlock_and_never_mix()
    {
        var ids = Accounts.New(300);
        await _store.Append(ids[..150].OnEach(0, Accounts.Posted(1)), CancellationToken.None);

        var landed = await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            var appended = 0;

            for (var round = 0; round < 15; round++)
            {
                var some = ids.OrderBy(_ => Random.Shared.Next()).Take(40).ToArray();
                var known = await _store.LoadMany<Account>(some, CancellationToken.None);
                var changes = some.Aggregate(new Changes(), (all, id) => all.Append<Account>(id, known[id].Version, [Accounts.Posted(1)]));

                try
                {
                    await _store.Append(changes, CancellationToken.None);
                    appended += some.Length;
                }
                catch (StreamVersionException)
                {
                    // Another batch was first on at least one of them.
                }
            }

            return appended;
        }));

        var folded = await _store.LoadMany<Account>(ids, CancellationToken.None);
        Assert.Equal(150 + landed.Sum(), folded.Values.Sum(it => it.Version));
        Assert.All(folded.Values, it => Assert.Equal(it.Version, it.State.Entries));
    }

    [Fact]
    public async Task Appends_that_deadlock_on_rows_of_a_view_are_done_again()
    {
        await using var host = await fixture.Start(store => store.View<KindTotals>());
        await host.Database.Query<int>(
            "do $$ begin execute format('alter database %I set deadlock_timeout = ''10ms''', current_database()); end $$");
        UnitsPosted[] there = [Accounts.Posted(1, UnitKind.Basic), Accounts.Posted(1, UnitKind.Practical)];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var round = 0; round < 50; round++)
            {
                await host.Store.Append(Guid.CreateVersion7(), 0, writer % 2 == 0 ? there : [.. there.Reverse()]);
            }
        }));

        Assert.Equal([400m, 400m], await host.Database.Query<decimal>("select units from kind_totals"));
    }

    private async Task<bool> Lands(Guid id, long expected, decimal units = 1)
    {
        try
        {
            await _store.Append(id, expected, Accounts.Posted(units));
            return true;
        }
        catch (StreamVersionException)
        {
            return false;
        }
    }
}
