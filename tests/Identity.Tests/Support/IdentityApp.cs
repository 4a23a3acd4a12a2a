using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tokens;
using Mamis.Identity.Views;
using Mamis.ServiceDefaults;
using Mamis.Testing;
using MassTransit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OtpNet;

namespace Mamis.Identity.Tests.Support;

/// <summary>The real host with its demonstration data over a real PostgreSQL; the bus in memory, the clock movable.</summary>
public sealed class IdentityApp : WebApplicationFactory<PhysicianCard>, IAsyncLifetime
{
    public const string Secret = "secret of the test";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mamis-identity-");
    private readonly TestClock _clock = new();

    public string Database { get; private set; } = string.Empty;

    public string DemoFile { get; private set; } = string.Empty;

    public NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>A second node of the same service, on the database of another.</summary>
    public static IdentityApp Beside(IdentityApp other) => new() { Database = other.Database, DemoFile = other.DemoFile };

    /// <summary>Makes the database without starting the host.</summary>
    public async Task Prepare()
    {
        Database = Database.Length > 0 ? Database : await NativeServers.CreateDatabase("identity");
        DemoFile = DemoFile.Length > 0 ? DemoFile : Path.Combine(_directory.FullName, "demo.json");
    }

    public async Task InitializeAsync()
    {
        await Prepare();
        _ = Server;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();

        if (_directory.Exists)
        {
            _directory.Delete(recursive: true);
        }
    }

    public void Advance(TimeSpan time) => _clock.Advance(time);

    /// <summary>Moves on by so much that new signing keys are due, which the host looks for by the minute.</summary>
    public Task AdvanceFar(TimeSpan time)
    {
        _clock.Advance(time);
        return Services.GetRequiredService<SigningKeys>().Refresh(CancellationToken.None);
    }

    public HttpClient As(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client of another service, such as the gateway.</summary>
    public async Task<HttpClient> AsService() => As(await MachineToken("service:gateway", InternalClients.SecretOf("service:gateway", Secret)));

    public async Task<string> MachineToken(string id, string secret)
    {
        using var client = CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        });
        using var answer = await client.PostAsync(new Uri("/token", UriKind.Relative), form);
        return (await answer.Json())["access_token"].Text();
    }

    /// <summary>One entry of demo.json.</summary>
    public JsonNode Demo(string list, string key, string value) =>
        (JsonNode.Parse(File.ReadAllText(DemoFile))?[list]?.AsArray() ?? []).OfType<JsonNode>().Single(it => it[key].Text() == value);

    /// <summary>Logs a demonstration member of staff in; the code of a second factor serves once, so the clock moves on.</summary>
    public async Task<(HttpClient Client, string Session)> Staff(string login)
    {
        var demo = Demo("logins", "login", login);
        var session = await LogIn(login, demo["password"].Text());
        Advance(TimeSpan.FromSeconds(60));
        using var service = await AsService();
        using var answer = await service.PostAsJsonAsync($"/internal/sessions/{session}/totp", new { code = CodeOf(demo["totpSecret"].Text()) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return (As(await TokenOf(session)), session);
    }

    public async Task<string> LogIn(string login, string password)
    {
        using var service = await AsService();
        using var answer = await service.PostAsJsonAsync("/internal/sessions", new { login, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Json())["sessionId"].Text();
    }

    public async Task<string> TokenOf(string session)
    {
        using var service = await AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/sessions/{session}/token", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Json())["accessToken"].Text();
    }

    public string CodeOf(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(_clock.GetUtcNow().UtcDateTime);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:identity-db", Database);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:1");
        builder.UseSetting("Service:Secret", Secret);
        builder.UseSetting("Demo:File", DemoFile);
        builder.UseSetting("Gateway:Url", Authenticator.Origin);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(_clock);
            services.AddMassTransitTestHarness();
            services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
                options.TokenValidationParameters.LifetimeValidator = (from, until, _, _) =>
                    from <= _clock.GetUtcNow().UtcDateTime && _clock.GetUtcNow().UtcDateTime < until);
        });
    }
}
