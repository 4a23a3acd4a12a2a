using System.Net.Http.Headers;
using Mamis.Testing;
using MassTransit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Architecture.Tests.Access;

/// <summary>A real service over an empty database of its own, which believes the tokens of the tests.</summary>
/// <typeparam name="TInside">Any type of the service; their programs all have one name.</typeparam>
public sealed class ServiceHost<TInside>(string name, string database) : WebApplicationFactory<TInside>, IServiceHost
    where TInside : class
{
    public IReadOnlyList<RouteTable.Line> Routes => [.. RouteTable.Of(name, Services.GetRequiredService<EndpointDataSource>())];

    public HttpClient As(string? role)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = role is null
            ? null
            : new AuthenticationHeaderValue("Bearer", TestTokens.For(role, association: "27-001", scope: ScopeOf(role)));
        return client;
    }

    /// <summary>A scheduler is a machine, and does nothing without its scope.</summary>
    private static string? ScopeOf(string role) => role == Kernel.Roles.Scheduler ? "renewal-runs sweeps mail-reports" : null;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting($"ConnectionStrings:{name}-db", database);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:1");
        builder.UseSetting("services:identity:http:0", "http://127.0.0.1:1");
        builder.UseSetting("services:certification:http:0", "http://127.0.0.1:1");
        builder.UseSetting("services:training-credits:http:0", "http://127.0.0.1:1");
        builder.UseSetting("Gateway:Url", "http://127.0.0.1:1");
        builder.UseSetting("Service:Secret", "a secret of the tests");
        builder.UseSetting("Logging:LogLevel:Default", "None");
        builder.ConfigureTestServices(services =>
        {
            services.AddMassTransitTestHarness();
            services.AcceptTestTokens();
            // Identity knows its own keys; here it asks for none.
            services.PostConfigure<JwtBearerOptions>(
                JwtBearerDefaults.AuthenticationScheme, options => options.TokenValidationParameters.IssuerSigningKeyResolver = null);
        });
    }
}

/// <summary>A service whose routes can be read and called.</summary>
public interface IServiceHost : IAsyncDisposable
{
    IReadOnlyList<RouteTable.Line> Routes { get; }

    HttpClient As(string? role);
}
