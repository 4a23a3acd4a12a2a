using Mamis.EventStore.Publishing;
using Mamis.EventStore.Tests.Domain;
using Mamis.ServiceDefaults;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mamis.EventStore.Tests.Messages;

/// <summary>A node of a service with store and bus, on a real database and a real broker.</summary>
public sealed class ServiceNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceNode(WebApplication app) => _app = app;

    public IEventStore Store => Get<IEventStore>();

    public HttpClient Client => _app.GetTestClient();

    public DeadLetters DeadLetters => Get<DeadLetters>();

    public PublishMessage Publish => Get<PublishMessage>();

    public static async Task<ServiceNode> Start(
        string name, string broker, string database, Action<IBusRegistrationConfigurator>? consumers = null, Action<EventStoreBuilder>? describe = null,
        Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:rabbitmq", broker), new("ConnectionStrings:test-db", database)]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseTestServer();
        builder.AddMessaging(name, bus => consumers?.Invoke(bus));
        builder.AddEventStore("test-db", store =>
        {
            store.Stream<Account>(typeof(AccountOpened), typeof(UnitsPosted), typeof(AccountClosed));
            describe?.Invoke(store);
        });

        builder.Services.AddRouting();

        var app = builder.Build();
        map?.Invoke(app);
        await app.StartAsync();
        return new(app);
    }

    public TService Get<TService>()
        where TService : notnull => _app.Services.GetRequiredService<TService>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
