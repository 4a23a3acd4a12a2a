using System.Net.Http.Headers;
using System.Security.Cryptography;
using Mamis.Testing;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Certification.Tests.Integration;

/// <summary>The real host over a real PostgreSQL, the bus in memory, and tokens signed by a key of the test.</summary>
public sealed class CertificationApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private string _database = "";

    /// <summary>Who the physicians are, as Identity would tell.</summary>
    public IdentityStandIn Identity { get; } = new();

    public async Task InitializeAsync()
    {
        await Identity.Start();
        _database = await NativeServers.CreateDatabase("certification");
    }

    public Task Publish<TMessage>(TMessage message)
        where TMessage : class => Services.GetRequiredService<IBus>().Publish(message);

    /// <summary>A client that calls with a token, as the gateway does.</summary>
    public HttpClient As(Guid subject, string role, string? association = null, string? scope = null)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For(role, subject, association, scope));

        return client;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Identity.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:certification-db", _database);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://127.0.0.1");
        builder.UseSetting("services:identity:http:0", Identity.Address);
        builder.UseSetting("Gateway:Url", "https://mamis.example/");
        // Long, because the machine may be building at the same time.
        builder.UseSetting("Printing:Patience", "00:05:00");
        builder.UseSetting("Service:Secret", Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        builder.ConfigureTestServices(services => services.AddMassTransitTestHarness().AcceptTestTokens());
    }
}

/// <summary>One host and one database for all integration tests; each test invents its own people.</summary>
[CollectionDefinition(Name)]
public sealed class CertificationCollection : ICollectionFixture<CertificationApp>
{
    public const string Name = "certification";
}
