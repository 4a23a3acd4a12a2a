using Mamis.EventStore.Tests.Support;

namespace Mamis.EventStore.Tests.Contract;

/// <summary>What every engine promises to a reader of all events: each once, in order, none passed, no needless wait.</summary>
[Trait("Category", "Servers")]
public abstract class FeedContract(StoreFixture fixture)
{
    [Fact]
    public async Task An_event_whose_transaction_is_still_open_is_not_passed()
    {
        await using var host = await fixture.Start();
        await using var gate = await Gate.Closed(host);
        var feed = host.Feed();
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());
        var open = await Held.Append(host, gate);
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());

        Assert.Equal([1L], await feed.Drain());
        Assert.Empty(await feed.Drain());

        await gate.Open();
        await open;
        Assert.Equal([2L, 3L], await feed.Drain());
    }

    [Fact]
    public async Task A_rolled_back_append_holds_nobody_up_while_a_later_one_is_still_open()
    {
        await using var host = await fixture.Start();
        await using var gate = await Gate.Closed(host);
        var feed = host.Feed();
        await Held.RolledBack(host, events: 3);
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());
        var open = await Held.Append(host, gate);
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());
        var stored = await host.Stored();

        Assert.Equal(stored[..1], await feed.Drain());

        await gate.Open();
        await open;
        Assert.Equal((await host.Stored())[1..], await feed.Drain());
    }

    [Fact]
    public async Task A_rolled_back_append_that_was_open_is_passed_as_soon_as_it_has_ended()
    {
        await using var host = await fixture.Start();
        await using var writer = await PlainWriter.Begin(host);
        var feed = host.Feed();
        await writer.Append();
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());
        Assert.Empty(await feed.Drain());

        await using var later = await PlainWriter.Begin(host);
        await later.Append();
        await writer.Rollback();

        Assert.Equal([2L], await feed.Drain());
        await later.Commit();
        Assert.Equal([3L], await feed.Drain());
    }

    [Fact]
    public async Task An_appender_that_only_inserts_rows_is_waited_for_too()
    {
        await using var host = await fixture.Start();
        await using var writer = await PlainWriter.Begin(host);
        var feed = host.Feed();
        await writer.Append();
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());
        await writer.Append();
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());

        Assert.Empty(await feed.Drain());

        await writer.Commit();
        Assert.Equal([1L, 2L, 3L, 4L], await feed.Drain());
    }

    [Fact]
    public async Task A_long_transaction_that_appends_nothing_holds_nobody_up()
    {
        await using var host = await fixture.Start();
        await host.Database.Query<int>("create table elsewhere (id int)");
        await using var connection = await host.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = new Npgsql.NpgsqlCommand("insert into elsewhere values (1)", connection, transaction);
        await insert.ExecuteNonQueryAsync();

        await Held.RolledBack(host);
        await host.Store.Append(Guid.CreateVersion7(), 0, Accounts.Posted());

        Assert.Equal([2L], await host.Feed().Drain());
    }

    [Fact]
    public async Task A_reader_goes_on_after_its_stored_position()
    {
        await using var host = await fixture.Start();
        await host.Store.Append(Accounts.New(10).OnEach(0, Accounts.Posted()), CancellationToken.None);

        Assert.Equal([8L, 9L, 10L], await host.Feed(position: 7).Drain());
    }
}
