using System.Net.Http.Json;
using Mamis.Gateway.Tests.StandIns;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mamis.Gateway.Tests;

/// <summary>The real gateway on a real socket, with stand-ins behind it.</summary>
public sealed class GatewayApp : IAsyncLifetime
{
    public const string Secret = "a secret of the tests";

    private WebApplicationFactory<Program>? _gateway;

    public IdentityService Identity { get; } = new();

    public EchoService Service { get; } = new();

    public MovableClock Clock { get; } = new();

    public IServiceProvider Services => Gateway.Services;

    private WebApplicationFactory<Program> Gateway => _gateway ?? throw new InvalidOperationException("Not started yet.");

    public async Task InitializeAsync()
    {
        await Identity.Start();
        await Service.Start();
        _gateway = Build(new Dictionary<string, string>());
        _gateway.StartServer();
    }

    /// <summary>Another gateway in front of the same services, with other settings.</summary>
    public WebApplicationFactory<Program> Build(IReadOnlyDictionary<string, string> settings)
    {
        var gateway = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Service:Secret", Secret);
            host.UseSetting("services:identity:http:0", Identity.Address);

            foreach (var name in new[] { "training-credits", "certification", "notifications", "portal" })
            {
                host.UseSetting($"services:{name}:http:0", Service.Address);
            }

            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }

            host.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        });
        gateway.UseKestrel();
        return gateway;
    }

    public HttpClient Client(WebApplicationFactory<Program>? gateway = null)
    {
        var address = (gateway ?? Gateway).ClientOptions.BaseAddress;
        return new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <summary>A browser that has signed in.</summary>
    public async Task<HttpClient> Browser(string login = "physician")
    {
        var browser = Client();
        browser.DefaultRequestHeaders.Add("X-Mamis-Request", "1");
        using var answer = await browser.PostAsJsonAsync("/session", new { login, password = "right" });
        answer.EnsureSuccessStatusCode();
        browser.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return browser;
    }

    public async Task DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        await Identity.DisposeAsync();
        await Service.DisposeAsync();
    }
}
