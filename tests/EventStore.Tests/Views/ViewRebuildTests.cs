using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;
using Mamis.EventStore.Views;
using Mamis.Testing;

namespace Mamis.EventStore.Tests.Views;

/// <summary>A view is built anew beside the live one, which is read and written meanwhile, and is the same in the end.</summary>
[Trait("Category", "Servers")]
public sealed class ViewRebuildTests
{
    [Fact]
    public async Task A_rebuilt_view_equals_the_live_one_and_is_read_and_written_meanwhile()
    {
        await using var host = await Start();
        await Fill(host, streams: 300, rounds: 20);
        var view = host.Get<AccountCards>();
        var before = await Sum(host, view);
        await host.Database.Query<int>("update account_cards set balance = balance + 1 where id in (select id from account_cards limit 10)");
        var (appends, reads, missing) = (0, 0, 0);
        using var over = new CancellationTokenSource();
        var ids = Accounts.New(50);
        var appending = Task.Run(async () =>
        {
            for (var version = 0L; !over.IsCancellationRequested; version++, appends++)
            {
                await host.Store.Append(ids.OnEach(version, Accounts.Posted(1)), CancellationToken.None);
            }
        });
        var reading = Task.Run(async () =>
        {
            for (; !over.IsCancellationRequested; reads++)
            {
                missing += await host.Count("account_cards") < 300 ? 1 : 0;
            }
        });

        await host.Get<ViewRebuild>().Run(view, CancellationToken.None);
        await over.CancelAsync();
        await Task.WhenAll(appending, reading);

        Assert.True(appends > 0 && reads > 0);
        Assert.Equal(0, missing);
        await host.Database.Query<int>("delete from account_cards where id = any (@ids)", new { ids });
        Assert.Equal(before, await Sum(host, view));
        Assert.Equal(0, await host.Count("pg_tables where schemaname = 'rebuild'"));
    }

    [Fact]
    public async Task Appends_after_a_rebuild_go_into_the_rebuilt_view()
    {
        await using var host = await Start();
        var id = Guid.CreateVersion7();

        for (var version = 0; version < 8; version++)
        {
            await host.Store.Append(id, version, Accounts.Posted(1));
            await host.Get<ViewRebuild>().Run(host.Get<AccountCards>(), CancellationToken.None);
        }

        Assert.Equal((8m, 8), ((await host.Card(id))?.Balance, (await host.Card(id))?.Entries));
    }

    [Fact]
    public async Task An_open_append_is_in_the_rebuilt_view_once()
    {
        await using var host = await Start();
        await using var gate = await Gate.Closed(host);
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted(1));
        var open = await Held.Append(host, gate);

        var rebuilding = host.Get<ViewRebuild>().Run(host.Get<AccountCards>(), CancellationToken.None);
        await Eventually.True(
            async () => await host.Count("pg_locks where relation = 'mt_streams'::regclass and mode = 'ShareLock' and not granted") > 0,
            "the rebuild waits for the append");
        Assert.False(rebuilding.IsCompleted);
        await gate.Open();
        await open;
        await rebuilding;

        Assert.Equal(2, (await host.Database.Query<decimal>("select sum(balance) from account_cards"))[0]);
    }

    [Fact]
    public async Task An_asynchronous_view_is_rebuilt_while_it_follows()
    {
        await using var host = await Start();
        await Fill(host, streams: 100, rounds: 10);
        await Followed(host);
        var (live, view) = (await Sum(host, host.Get<AccountCards>()), host.Get<LateAccountCards>());
        await host.Database.Query<int>("update late_account_cards set balance = 0");

        await host.Store.Append(new Changes().Leave(RebuildView.Of(view.Name, DateTimeOffset.UnixEpoch)), CancellationToken.None);
        await Fill(host, streams: 50, rounds: 4);

        await Eventually.True(async () => await host.Count("mamis_commands where done_at is not null") == 1, "the command is done");
        await Followed(host);
        Assert.NotEqual(live, await Sum(host, view));
        Assert.Equal(await Sum(host, host.Get<AccountCards>()), await Sum(host, view));
    }

    [Fact]
    public async Task A_view_in_another_version_is_rebuilt_when_the_service_starts()
    {
        var connection = await StoreHost.NewDatabase();
        var id = Guid.CreateVersion7();

        await using (var old = await StoreHost.Start(store => store.View<AccountCards>(), connection: connection))
        {
            await old.Store.Append(id, 0, Accounts.Posted(3));
        }

        await using var next = await StoreHost.Start(
            store => store.View<AccountCardsTwo>().View<KindTotals>().AsyncView<LateAccountCards>(), connection: connection);

        Assert.Equal([6m], await next.Database.Query<decimal>("select doubled from account_cards where id = @id", new { id }));
        Assert.Equal([3m], await next.Database.Query<decimal>("select units from kind_totals"));
        Assert.Equal([2], await next.Database.Query<int>("select version from mamis_views where name = 'account-cards'"));
        await next.Store.Append(id, 1, Accounts.Posted(1));
        Assert.Equal([8m], await next.Database.Query<decimal>("select doubled from account_cards where id = @id", new { id }));
        await Eventually.True(async () => (await next.Card(id, "late_account_cards"))?.Balance == 4, "the new asynchronous view has followed");
    }

    private static Task<StoreHost> Start() => StoreHost.Start(store => store.View<AccountCards>().AsyncView<LateAccountCards>());

    private static Task<string> Sum(StoreHost host, IView view) => ViewChecksum.Of(host.Database, view, CancellationToken.None);

    private static Task Followed(StoreHost host) => Eventually.True(
        async () => (await host.Get<StoreMeasures>().Take(CancellationToken.None)).Behind.Values.All(it => it == 0), "the view has followed");

    private static async Task Fill(StoreHost host, int streams, int rounds)
    {
        var ids = Accounts.New(streams);

        for (var version = 0; version < rounds; version++)
        {
            await host.Store.Append(ids.OnEach(version, Accounts.Posted(version)), CancellationToken.None);
        }
    }

    /// <summary>The next version of the view, with another column.</summary>
    public sealed class AccountCardsTwo : IInlineView
    {
        public string Name => "account-cards";

        public int Version => 2;

        public string Schema => "create table if not exists account_cards (id uuid primary key, doubled numeric not null)";

        public IReadOnlyList<string> Tables => ["account_cards"];

        public IEnumerable<Sql> Project(IReadOnlyList<StoredEvent> events) =>
        [
            Sql.ForEach(
                """
                insert into account_cards as c (id, doubled) select id, doubled from rows
                on conflict (id) do update set doubled = c.doubled + excluded.doubled
                """,
                events.GroupBy(it => it.StreamId).Select(it => new { Id = it.Key, Doubled = 2 * it.Sum(e => ((UnitsPosted)e.Data).Units) })),
        ];
    }
}
