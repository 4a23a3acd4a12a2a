using Mamis.EventStore.Tests.Support;
using Npgsql;

namespace Mamis.EventStore.Tests.Contract;

/// <summary>Sixteen writers, every fifth transaction rolled back, some held open for 30 s: every event once and in order.</summary>
[Trait("Category", "Servers")]
public abstract class FeedUnderLoadContract(StoreFixture fixture)
{
    private const int Writers = 16;
    private const int Rounds = 250;

    [Fact]
    public async Task Every_event_is_read_once_and_in_order()
    {
        await using var host = await fixture.Start();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(host, writer))));

        var readers = await Task.WhenAll(new[] { 1_000, 97, 5 }.Select(page => Follow(host, page, writing)));

        await writing;
        var stored = await host.Stored();
        Assert.True(stored[^1] > stored.Count + (Writers * Rounds / 10), "There were holes to be passed.");
        Assert.All(readers, read => Assert.Equal(stored, read));
    }

    private static async Task Write(StoreHost host, int writer)
    {
        var random = new Random(writer);

        for (var round = 0; round < Rounds; round++)
        {
            // Two writers begin with 30 s; the others hold a transaction now and then.
            var held = round == 3 && writer < 2 ? 30 : random.Next(50) == 0 ? random.NextDouble() : 0;
            var changes = Held.For(held);
            var rollsBack = random.Next(5) == 0;

            try
            {
                await host.Store.Append(rollsBack ? changes.Write(Sql.For("select 1 / zero from rows", new { Zero = 0 })) : changes, CancellationToken.None);
            }
            catch (PostgresException) when (rollsBack)
            {
                // As it was meant to.
            }
        }
    }

    private static async Task<List<long>> Follow(StoreHost host, int page, Task writing)
    {
        var feed = host.Feed();
        var read = new List<long>();

        while (true)
        {
            var over = writing.IsCompleted;
            var events = await feed.Next(page, CancellationToken.None);
            read.AddRange(events.Select(it => it.Sequence));

            if (events.Count == 0 && over)
            {
                return read;
            }
        }
    }
}
