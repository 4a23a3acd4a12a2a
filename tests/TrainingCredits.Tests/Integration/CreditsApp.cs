using System.Net.Http.Headers;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>The real service over a real PostgreSQL; the bus is in memory, Identity is its contract, tokens are signed with a key of the test.</summary>
public sealed class CreditsApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private string _database = string.Empty;

    public KnownPeople Identity { get; } = new();

    public FixedClock Clock { get; } = new(new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    public IEventStore Store => Services.GetRequiredService<IEventStore>();

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public ITestHarness Bus => Services.GetTestHarness();

    public async Task InitializeAsync()
    {
        _database = await NativeServers.CreateDatabase("training-credits");
        await Bus.Start();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A client whose calls carry a token of this role.</summary>
    public HttpClient As(string role, string? association = null, Guid? subject = null, string? scope = null)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", TestTokens.For(role, subject, association, scope));
        return client;
    }

    public HttpClient AsPhysician(Guid id) => As(Roles.Physician, subject: id);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:training-credits-db", _database);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://unused");
        builder.UseSetting("services:identity:http:0", "http://identity");
        builder.UseSetting("Gateway:Url", "https://mamis.example.invalid");
        builder.UseSetting("Service:Secret", "test");
        builder.UseSetting("Printing:Patience", "00:05:00");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddMassTransitTestHarness();
            services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(Identity.Handler));
            services.AcceptTestTokens();
        });
    }
}
