using Mamis.EventStore.Tests.Domain;
using Mamis.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.EventStore.Tests.Support;

/// <summary>A node of a service with its event store, as <c>Program.cs</c> of a service makes it.</summary>
public sealed class StoreHost : IAsyncDisposable
{
    private readonly IHost _host;

    private StoreHost(IHost host, string connection)
    {
        _host = host;
        Connection = connection;
    }

    public string Connection { get; }

    public IEventStore Store => Get<IEventStore>();

    public NpgsqlDataSource Database => Get<NpgsqlDataSource>();

    public SettableClock Clock => Get<SettableClock>();

    /// <summary>The database itself is made by the first node that starts on it.</summary>
    public static async Task<string> NewDatabase() =>
        $"{await NativeServers.Postgres()};Database=test_{Guid.CreateVersion7():N};Maximum Pool Size=120;Timeout=120;Command Timeout=120";

    /// <param name="describe">What the service names about its store, beside the stream of accounts.</param>
    /// <param name="configure">The engine, and what stands in for the broker.</param>
    /// <param name="connection">A database that other nodes use too; without it a new one.</param>
    public static async Task<StoreHost> Start(
        Action<EventStoreBuilder>? describe = null, Action<IHostApplicationBuilder>? configure = null, string? connection = null)
    {
        connection ??= await NewDatabase();
        var clock = new SettableClock();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:test-db", connection)]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        configure?.Invoke(builder);
        builder.AddEventStore("test-db", store =>
        {
            store.Stream<Account>(typeof(AccountOpened), typeof(UnitsPosted), typeof(AccountClosed));
            describe?.Invoke(store);
        });

        var host = builder.Build();
        await host.StartAsync();
        return new(host, connection);
    }

    public TService Get<TService>()
        where TService : notnull => _host.Services.GetRequiredService<TService>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
