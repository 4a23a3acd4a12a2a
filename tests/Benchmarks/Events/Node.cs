using Mamis.EventStore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.Benchmarks.Events;

/// <summary>A service with nothing but its event store, registered as every service registers it.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly IHost _host;

    private Node(IHost host) => _host = host;

    public IEventStore Store => _host.Services.GetRequiredService<IEventStore>();

    public NpgsqlDataSource Database => _host.Services.GetRequiredService<NpgsqlDataSource>();

    public EventCatalog Catalog => _host.Services.GetRequiredService<EventCatalog>();

    public static async Task<Node> Start(string engine, string connection, Action<EventStoreBuilder>? describe = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:bench-db", connection), new("EventStore:Engine", engine)]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddEventStore("bench-db", store =>
        {
            store.Stream<Ledger>(typeof(Credited));
            describe?.Invoke(store);
        });

        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
