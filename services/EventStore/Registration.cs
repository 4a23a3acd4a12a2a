using Mamis.EventStore.Commands;
using Mamis.EventStore.Marten;
using Mamis.EventStore.Postgres;
using Mamis.EventStore.Publishing;
using Mamis.EventStore.Views;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Mamis.EventStore;

/// <summary>Gives a service its event store: database, events, views, publisher.</summary>
public static class Registration
{
    /// <param name="builder">The host of the service.</param>
    /// <param name="connectionName">Name of the connection string, as the AppHost gives it: <c>certification-db</c>.</param>
    /// <param name="describe">Names the streams, views, tables and the publisher of the service.</param>
    public static IHostApplicationBuilder AddEventStore(
        this IHostApplicationBuilder builder, string connectionName, Action<EventStoreBuilder> describe)
    {
        var services = builder.Services;
        var connection = builder.Configuration.GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is not set; the AppHost sets it.");

        services.AddSingleton(new StoreAddress(connection));
        services.AddSingleton(_ => Connect(connection, builder.Environment.ApplicationName));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AppendSignal>();
        services.AddSingleton<ViewRebuild>();
        services.AddSingleton<StoreSetup>();
        services.AddSingleton<StoreMeasures>();
        UseEngine(services, builder.Configuration["EventStore:Engine"] ?? "postgres");
        services.AddHostedService<StoreSetupService>();
        services.AddHostedService(it => it.GetRequiredService<StoreMeasures>());
        services.AddHealthChecks().AddCheck<StoreMeasures>("event-store");

        var store = new EventStoreBuilder(services);
        describe(store);
        store.Commands<RebuildView>();
        services.AddSingleton(store.Catalog);
        DapperTypes.Register();

        return builder;
    }

    private static void UseEngine(IServiceCollection services, string engine) => _ = engine switch
    {
        "postgres" => services.AddSingleton<IEventStore, PostgresEventStore>(),
        "marten" => services.AddMartenEngine(),
        _ => throw new InvalidOperationException($"EventStore:Engine is '{engine}'; it can be postgres or marten."),
    };

    private static NpgsqlDataSource Connect(string connection, string application)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            ApplicationName = application,
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 3,
            // Six statements before every use; nothing here leaves anything in a session, and locks of sessions are given back by name.
            NoResetOnClose = true,
        };

        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>Runs before any hosted service starts, in whatever order they are registered: nobody works before the tables stand.</summary>
    private sealed class StoreSetupService(StoreSetup setup) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => setup.Apply(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>What a service names about its store.</summary>
public sealed class EventStoreBuilder(IServiceCollection services)
{
    public EventCatalog Catalog { get; } = new();

    public EventStoreBuilder Stream<TState>(params ReadOnlySpan<Type> events)
        where TState : class, Kernel.IEvolve<TState>, new()
    {
        Catalog.Stream<TState>(events);
        return this;
    }

    public EventStoreBuilder View<TView>()
        where TView : class, IInlineView
    {
        services.AddSingleton<TView>();
        services.AddSingleton<IInlineView>(it => it.GetRequiredService<TView>());
        services.AddSingleton<IView>(it => it.GetRequiredService<TView>());
        return this;
    }

    public EventStoreBuilder AsyncView<TView>()
        where TView : class, IAsyncView
    {
        services.AddSingleton<TView>();
        services.AddSingleton<IView>(it => it.GetRequiredService<TView>());
        services.AddHostedService<AsyncViewRunner<TView>>();
        return this;
    }

    /// <summary>Tables that are no view of the service's own events.</summary>
    public EventStoreBuilder Tables(string sql)
    {
        services.AddSingleton(new ServiceTables(sql));
        return this;
    }

    /// <summary>Who does the work of one kind that features leave with <see cref="Changes.Leave"/>.</summary>
    public EventStoreBuilder Commands<THandler>()
        where THandler : class, ICommandHandler
    {
        services.AddHostedService<CommandWorker<THandler>>();
        return this;
    }

    public EventStoreBuilder Publisher<TPublisher>()
        where TPublisher : class, IPublisher
    {
        services.AddSingleton<IPublisher, TPublisher>();
        services.AddHostedService<Publisher>();
        return this;
    }
}
