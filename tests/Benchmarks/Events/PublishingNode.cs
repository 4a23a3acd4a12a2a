using Mamis.EventStore;
using Mamis.EventStore.Publishing;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mamis.Benchmarks.Events;

/// <summary>A service with event store and bus as it runs, except that its publisher works only when it is told to.</summary>
public sealed class PublishingNode : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    private readonly WebApplication _app;
    private Publisher? _publisher;

    private PublishingNode(WebApplication app) => _app = app;

    private NpgsqlDataSource Database => _app.Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<PublishingNode> Start(string connection, string broker)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:rabbitmq", broker), new("ConnectionStrings:bench-db", connection)]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IPublisher, Telling>();
        builder.AddMessaging("bench", _ => { });
        builder.AddEventStore("bench-db", store => store.Stream<Ledger>(typeof(Credited)));

        var app = builder.Build();
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Events that wait to be told, on as many ledgers, as an attendance list leaves them.</summary>
    public async Task Append(int events)
    {
        await Stop();
        var ids = Enumerable.Range(0, events).Select(_ => Guid.CreateVersion7());
        var changes = ids.Aggregate(new Changes(), (all, id) => all.Append<Ledger>(id, 0, [Credited.To(id)]));
        await _app.Services.GetRequiredService<IEventStore>().Append(changes, CancellationToken.None);
    }

    /// <summary>Ends when everything is confirmed and the position says so.</summary>
    public async Task Publish()
    {
        await using var last = Database.CreateCommand("select max(seq_id) from mt_events");
        var end = await last.ExecuteScalarAsync() is long number ? number : 0;
        _publisher = ActivatorUtilities.CreateInstance<Publisher>(_app.Services);
        await _publisher.StartAsync(CancellationToken.None);

        while (await Progress.Of(Database, "mamis:publisher", CancellationToken.None) < end)
        {
            await Task.Delay(Step, TimeProvider.System, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Stop()
    {
        if (_publisher is { } publisher)
        {
            await publisher.StopAsync(CancellationToken.None);
            publisher.Dispose();
        }
    }
}
