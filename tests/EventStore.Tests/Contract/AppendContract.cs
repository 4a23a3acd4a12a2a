using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;

namespace Mamis.EventStore.Tests.Contract;

/// <summary>What every engine promises of one append: all of it under the expected versions, or nothing.</summary>
[Trait("Category", "Servers")]
public abstract class AppendContract(StoreFixture fixture)
{
    private readonly StoreHost _host = fixture.Host;
    private readonly IEventStore _store = fixture.Host.Store;

    [Fact]
    public async Task A_stream_that_does_not_exist_has_version_0_and_the_empty_state()
    {
        var stream = await _store.Load(Guid.CreateVersion7());

        Assert.False(stream.Exists);
        Assert.Equal(0, stream.Version);
        Assert.Equal(new Account(), stream.State);
    }

    [Fact]
    public async Task What_was_appended_is_folded_and_seen_in_the_inline_view_at_once()
    {
        var id = Guid.CreateVersion7();
        var opened = Accounts.Opened();

        await _store.Append(id, 0, opened, Accounts.Posted(1.5m));
        await _store.Append(id, 2, Accounts.Posted(2m), new AccountClosed());

        var stream = await _store.Load(id);
        Assert.Equal(4, stream.Version);
        Assert.Equal(new Account { Owner = opened.Owner, Balance = 3.5m, Entries = 2, IsOpen = false }, stream.State);
        var card = await _host.Card(id);
        Assert.Equal((3.5m, 2, false, opened.Since), (card?.Balance, card?.Entries, card?.IsOpen, card?.Since));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_wrong_expected_version_is_refused_and_leaves_nothing(long expected)
    {
        var id = Guid.CreateVersion7();
        await _store.Append(id, 0, Accounts.Opened(), Accounts.Posted(1));

        var refused = await Assert.ThrowsAsync<StreamVersionException>(() => _store.Append(id, expected, Accounts.Posted(9)));

        Assert.Equal([new StreamConflict(id, expected, 2)], refused.Conflicts);
        Assert.Equal(2, (await _store.Load(id)).Version);
        Assert.Equal(1, (await _host.Card(id))?.Balance);
    }

    [Fact]
    public async Task Five_thousand_streams_are_appended_in_one_transaction()
    {
        var ids = Accounts.New(5_000);

        await _store.Append(ids.OnEach(0, Accounts.Opened(), Accounts.Posted(1)), CancellationToken.None);
        await _store.Append(ids.OnEach(2, Accounts.Posted(2)), CancellationToken.None);

        var folded = await _store.LoadMany<Account>(ids, CancellationToken.None);
        Assert.All(ids, id => Assert.Equal((3, 3m), (folded[id].Version, folded[id].State.Balance)));
        var transactions = await _host.Database.Query<long>(
            "select count(distinct xmin::text) from mt_events where stream_id = any (@ids) group by version order by version", new { ids });
        Assert.Equal([1L, 1L, 1L], transactions);
    }

    [Fact]
    public async Task Many_streams_are_refused_whole_naming_every_one_that_is_elsewhere()
    {
        var ids = Accounts.New(5_000);
        await _store.Append(ids[..2_500].OnEach(0, Accounts.Posted(1)), CancellationToken.None);
        await _store.Append(ids[17], 1, Accounts.Posted(1));
        await _store.Append(ids[4_000], 0, Accounts.Posted(1));
        var changes = ids[..2_500].OnEach(1, Accounts.Posted(1));
        Array.ForEach(ids[2_500..], id => changes.Append<Account>(id, 0, [Accounts.Posted(1)]));

        var refused = await Assert.ThrowsAsync<StreamVersionException>(() => _store.Append(changes, CancellationToken.None));

        Assert.Equal(
            [new StreamConflict(ids[17], 1, 2), new StreamConflict(ids[4_000], 0, 1)],
            refused.Conflicts.OrderBy(it => it.Actual is 2 ? 0 : 1));
        Assert.Equal(2_502, (await _store.LoadMany<Account>(ids, CancellationToken.None)).Sum(it => it.Value.Version));
    }

    [Fact]
    public async Task A_stream_named_twice_goes_on_where_the_first_time_left_it()
    {
        var id = Guid.CreateVersion7();
        var changes = new Changes().Append<Account>(id, 0, [Accounts.Opened()]);

        Assert.Throws<ArgumentException>(() => changes.Append<Account>(id, 0, [Accounts.Posted(1)]));
        await _store.Append(changes.Append<Account>(id, 1, [Accounts.Posted(1)]), CancellationToken.None);

        Assert.Equal([1L, 2L], (await _store.ReadStream(id, CancellationToken.None)).Select(it => it.Version));
    }

    [Fact]
    public async Task An_archived_stream_stays_readable_and_takes_no_more_events()
    {
        var id = Guid.CreateVersion7();
        await _store.Append(id, 0, Accounts.Opened());

        await _store.Archive(id, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<StreamVersionException>(() => _store.Append(id, 1, Accounts.Posted(1)));
        Assert.Equal([new StreamConflict(id, 1, null)], refused.Conflicts);
        Assert.True((await _store.Load(id)).State.IsOpen);
    }
}
