using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using Mamis.Testing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Tests.Integration;

/// <summary>The real host over a real PostgreSQL, the bus in memory, and tokens signed by a key of the test.</summary>
public sealed class CertificationApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string _database = "";

    public ITestHarness Harness => Services.GetTestHarness();

    public async Task InitializeAsync() => _database = await NativeServers.CreateDatabase("certification");

    public Task Publish<TMessage>(TMessage message)
        where TMessage : class => Services.GetRequiredService<IBus>().Publish(message);

    /// <summary>A client that calls with a token, as the gateway does.</summary>
    public HttpClient As(Guid subject, string role, string? association = null)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(subject, role, association));

        return client;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        _key.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:certification-db", _database);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://127.0.0.1");
        builder.UseSetting("Service:Secret", Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        builder.ConfigureTestServices(services => services
            .AddMassTransitTestHarness()
            .PostConfigure<JwtBearerOptions>(
                JwtBearerDefaults.AuthenticationScheme,
                options => options.TokenValidationParameters.IssuerSigningKey = new ECDsaSecurityKey(_key)));
    }

    private string Token(Guid subject, string role, string? association) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = ServiceDefaults.Authentication.Issuer,
        Audience = ServiceDefaults.Authentication.Issuer,
        TokenType = "at+jwt",
        Subject = new ClaimsIdentity(
            [new("sub", subject.ToString()), new("role", role), .. association is null ? (Claim[])[] : [new Claim("association", association)]]),
        SigningCredentials = new(new ECDsaSecurityKey(_key), SecurityAlgorithms.EcdsaSha256),
    });
}

/// <summary>One host and one database for all integration tests; each test invents its own people.</summary>
[CollectionDefinition(Name)]
public sealed class CertificationCollection : ICollectionFixture<CertificationApp>
{
    public const string Name = "certification";
}
