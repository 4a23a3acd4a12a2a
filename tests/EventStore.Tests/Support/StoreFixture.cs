using Mamis.EventStore.Tests.Domain;
using Microsoft.Extensions.Hosting;

namespace Mamis.EventStore.Tests.Support;

/// <summary>A store on a fresh database; an engine is chosen by one derived class.</summary>
public abstract class StoreFixture : IAsyncLifetime
{
    private StoreHost? _host;

    public StoreHost Host => _host ?? throw new InvalidOperationException("The fixture has not started.");

    /// <summary>A further node, on a database of its own or on the one given.</summary>
    public Task<StoreHost> Start(Action<EventStoreBuilder>? describe = null, string? connection = null) =>
        StoreHost.Start(describe, UseEngine, connection);

    public async Task InitializeAsync() => _host = await Start(store => store.View<AccountCards>().AsyncView<LateAccountCards>());

    public async Task DisposeAsync() => await Host.DisposeAsync();

    protected abstract void UseEngine(IHostApplicationBuilder builder);
}
