using Mamis.EventStore.Tests.Domain;

namespace Mamis.EventStore.Tests.Support;

/// <summary>Stores whose engine a test names, as an operator would.</summary>
public static class Engine
{
    public const string Postgres = "postgres";
    public const string Marten = "marten";

    public static Task<StoreHost> Start(string engine, string? connection = null, Action<EventStoreBuilder>? describe = null) =>
        StoreHost.Start(
            store =>
            {
                store.View<AccountCards>();
                describe?.Invoke(store);
            },
            builder => builder.Configuration["EventStore:Engine"] = engine,
            connection);

    public static async Task<(long Version, decimal Balance)> Known(StoreHost host, Guid id) =>
        await host.Store.Load(id) is { Version: var version, State.Balance: var balance } ? (version, balance) : default;
}
