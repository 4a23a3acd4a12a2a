using Mamis.EventStore.Postgres;
using Mamis.EventStore.Tests.Domain;
using Mamis.EventStore.Tests.Support;
using Npgsql;

namespace Mamis.EventStore.Tests.Engines;

/// <summary>What only the Postgres engine promises: one round trip, whatever the append holds.</summary>
[Trait("Category", "Servers")]
public sealed class OneRoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public async Task An_append_with_view_inbox_and_commands_is_one_round_trip(int streams)
    {
        await using var host = await StoreHost.Start(describe => describe.View<AccountCards>());
        var connection = new NpgsqlConnectionStringBuilder(host.Connection) { MaxAutoPrepare = 50, SslMode = SslMode.Disable, NoResetOnClose = true };
        await using var between = new RoundTrips(connection.Port);
        connection.Port = between.Port;
        await using var database = NpgsqlDataSource.Create(connection);
        var store = new PostgresEventStore(
            database, host.Get<EventCatalog>(), host.Get<IEnumerable<IInlineView>>(), new AppendSignal(), TimeProvider.System);
        var ids = Accounts.New(streams);
        // The connection is open and its statements are prepared before the counting begins.
        for (var version = 0; version < 4; version++)
        {
            await store.Append(Full(ids, version), CancellationToken.None);
        }

        var before = between.Count;
        await store.Append(Full(ids, 4), CancellationToken.None);

        Assert.Equal(1, between.Count - before);
    }

    private static Changes Full(Guid[] ids, long version) => ids
        .OnEach(version, Accounts.Posted(1))
        .Handled("consumer", Guid.CreateVersion7())
        .Leave(new(Guid.CreateVersion7(), "nobody", new { }, DateTimeOffset.UnixEpoch));
}
