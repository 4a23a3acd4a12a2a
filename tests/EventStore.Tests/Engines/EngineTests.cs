using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;
using Mamis.Testing;
using Marten;
using Npgsql;
using Weasel.Core;

namespace Mamis.EventStore.Tests.Engines;

/// <summary>What an engine owes to the readers of the tables and to those who choose it.</summary>
[Trait("Category", "Servers")]
public sealed class EngineTests
{
    [Theory]
    [InlineData(Engine.Postgres)]
    [InlineData(Engine.Marten)]
    public async Task Readers_can_see_an_appender_before_it_draws_a_number(string engine)
    {
        await using var host = await Engine.Start(engine);
        var id = Guid.CreateVersion7();
        await host.Store.Append(id, 0, Accounts.Opened());
        await using var connection = await host.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var share = new NpgsqlCommand("lock table mt_events in share mode", connection, transaction);
        await share.ExecuteNonQueryAsync();

        var append = host.Store.Append(id, 1, Accounts.Posted(1));
        await Eventually.True(async () => await host.Count("mt_events_sequence where last_value = 2") == 1, "the append draws its number");

        Assert.Equal(1, await host.Count("pg_locks where relation = 'mt_streams'::regclass and mode = 'RowExclusiveLock' and granted"));
        await transaction.RollbackAsync();
        await append;
        Assert.Equal([1L, 2L], await host.Feed().Drain());
    }

    [Fact]
    public async Task Marten_would_change_nothing_in_the_tables_it_finds()
    {
        await using var host = await Engine.Start(Engine.Marten);

        var migration = await host.Get<IDocumentStore>().Storage.CreateMigrationAsync();

        Assert.All(
            migration.Deltas,
            it => Assert.Contains(it.Difference, new[] { SchemaPatchDifference.None, SchemaPatchDifference.Create }));
    }

    [Fact]
    public async Task An_engine_nobody_knows_is_refused_at_the_start()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Engine.Start("oracle"));

        Assert.Contains("'oracle'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Postgres)]
    [InlineData(Engine.Marten)]
    public async Task An_event_under_an_older_name_is_read_in_its_present_shape(string engine)
    {
        await using var host = await Engine.Start(engine, describe: store => store.Catalog.Upcast<UnitsPosted>("points_posted", body =>
        {
            body["Units"] = body["Points"]?.GetValue<decimal>() / 10;
            return body;
        }));
        var id = Guid.CreateVersion7();
        await host.Store.Append(id, 0, Accounts.Posted(1));
        await host.Database.Query<int>(
            """update mt_events set type = 'points_posted', mt_dotnet_type = 'Gone.PointsPosted, Gone', data = data - 'Units' || '{"Points":25}'""");

        Assert.Equal((1, 2.5m), await Engine.Known(host, id));
        await host.Store.Append(id, 1, Accounts.Posted(1));
        Assert.Equal(["points_posted", "units_posted"], await host.Database.Query<string>("select type from mt_events order by seq_id"));
    }
}
