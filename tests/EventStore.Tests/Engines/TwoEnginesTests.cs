using System.Diagnostics;
using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;

namespace Mamis.EventStore.Tests.Engines;

/// <summary>Two engines, one database: what each wrote the other reads, continues and cannot be told from.</summary>
[Trait("Category", "Servers")]
public sealed class TwoEnginesTests
{
    [Theory]
    [InlineData(Engine.Postgres, Engine.Marten)]
    [InlineData(Engine.Marten, Engine.Postgres)]
    public async Task Each_engine_continues_a_database_the_other_began(string first, string second)
    {
        var (connection, id, gone) = (await StoreHost.NewDatabase(), Guid.CreateVersion7(), Guid.CreateVersion7());

        await using (var begun = await Engine.Start(first, connection))
        {
            await begun.Store.Append(id, 0, Accounts.Opened(), Accounts.Posted(1));
            await begun.Store.Append(gone, 0, Accounts.Opened());
            await begun.Store.Archive(gone, CancellationToken.None);
        }

        await using (var continued = await Engine.Start(second, connection))
        {
            Assert.Equal((2, 1m), await Engine.Known(continued, id));
            await Assert.ThrowsAsync<StreamVersionException>(() => continued.Store.Append(gone, 1, Accounts.Posted(1)));
            Assert.True((await continued.Store.Load(gone)).State.IsOpen);
            await continued.Store.Append(id, 2, Accounts.Posted(2));
        }

        await using var back = await Engine.Start(first, connection);
        await back.Store.Append(id, 3, Accounts.Posted(4));
        Assert.Equal((4, 7m), await Engine.Known(back, id));
        Assert.Equal(7m, (await back.Card(id))?.Balance);
        Assert.Equal(await back.Stored(), await back.Feed().Drain());
    }

    [Fact]
    public async Task Both_write_the_same_rows()
    {
        await using var postgres = await Engine.Start(Engine.Postgres);
        await using var marten = await Engine.Start(Engine.Marten);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var id = Guid.CreateVersion7();
        var opened = Accounts.Opened();

        foreach (var host in new[] { postgres, marten })
        {
            host.Clock.Set(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero));
            await host.Store.Append(id, 0, opened, Accounts.Posted(1.50m, UnitKind.Practical));
            await host.Store.Append(id, 2, new AccountClosed());
        }

        // Every append is a span of its own where somebody listens; the trace is the same.
        const string Events =
            """
            select concat_ws(' ', seq_id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id,
                             causation_id, regexp_replace(headers::text, '-[0-9a-f]{16}-', '-span-'), is_archived)
            from mt_events order by seq_id
            """;
        const string Streams = "select concat_ws(' ', id, type, version, created, tenant_id, compacted_version, is_archived) from mt_streams";
        Assert.Contains(request.TraceId.ToString(), (await postgres.Database.Query<string>(Events))[0], StringComparison.Ordinal);
        Assert.Equal(await postgres.Database.Query<string>(Events), await marten.Database.Query<string>(Events));
        Assert.Equal(await postgres.Database.Query<string>(Streams), await marten.Database.Query<string>(Streams));
        Assert.Equal(
            (await postgres.Store.ReadStream(id, CancellationToken.None)).Select(WithoutIds),
            (await marten.Store.ReadStream(id, CancellationToken.None)).Select(WithoutIds));
    }

    [Fact]
    public async Task Both_at_once_lose_no_event_and_skip_none()
    {
        await using var postgres = await Engine.Start(Engine.Postgres);
        await using var marten = await Engine.Start(Engine.Marten, postgres.Connection);
        var ids = Accounts.New(5);
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Add(writer % 2 == 0 ? postgres : marten, ids))));
        var (feed, read) = (postgres.Feed(), new List<long>());

        while (!writing.IsCompleted)
        {
            read.AddRange(await feed.Drain());
        }

        await writing;
        read.AddRange(await feed.Drain());
        Assert.Equal(await postgres.Stored(), read);

        foreach (var id in ids)
        {
            var (fold, card) = ((await marten.Store.Load(id)).State, await postgres.Card(id));
            Assert.Equal((fold.Balance, fold.Entries), (card?.Balance, card?.Entries));
        }

        Assert.Equal(8 * 50, (await marten.Store.LoadMany<Account>(ids, CancellationToken.None)).Sum(it => it.Value.State.Entries));
    }

    /// <summary>The id of an event and its span differ each time it is written.</summary>
    private static StoredEvent WithoutIds(StoredEvent e) => e with { Id = e.StreamId, TraceParent = e.TraceParent?[..36] };

    private static async Task Add(StoreHost host, Guid[] ids)
    {
        for (var added = 0; added < 50;)
        {
            var id = ids[Random.Shared.Next(ids.Length)];

            try
            {
                await host.Store.Append(id, (await host.Store.Load(id)).Version, Accounts.Posted(1));
                added++;
            }
            catch (StreamVersionException)
            {
                // Another writer was first.
            }
        }
    }
}
