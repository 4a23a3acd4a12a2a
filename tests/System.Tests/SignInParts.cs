using System.Text.Json.Nodes;
using Mamis.Testing;
using MassTransit;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace Mamis.System.Tests;

/// <summary>What signing in takes: Identity with its demonstration data, the gateway and the portal, each on a real socket.</summary>
public sealed class SignInParts : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mamis-sign-in-");
    private readonly List<IAsyncDisposable> _running = [];
    private readonly string _gateway = Address();

    /// <summary>The site as a browser calls it: by a name, which passkeys need.</summary>
    public string Site => _gateway.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    private string DemoFile => Path.Combine(_directory.FullName, "demo.json");

    public async Task InitializeAsync()
    {
        var (identity, portal) = (Address(), Address());
        var database = await NativeServers.CreateDatabase("identity");
        Run<Identity.Domain.Physician>(identity, new() { ["ConnectionStrings:identity-db"] = database, ["Demo:File"] = DemoFile });
        Run<Portal.Shared.Mistakes>(portal, new() { ["services:identity:http:0"] = identity });
        Run<Gateway.Sessions.SessionCookie>(_gateway, new()
        {
            ["services:identity:http:0"] = identity,
            ["services:portal:http:0"] = portal,
            ["services:training-credits:http:0"] = identity,
            ["services:certification:http:0"] = identity,
            ["services:notifications:http:0"] = identity,
        });
    }

    public string PasswordOf(string login) => (JsonNode.Parse(File.ReadAllText(DemoFile))?["logins"]?.AsArray() ?? [])
        .Single(it => it?["login"]?.GetValue<string>() == login)?["password"]?.GetValue<string>() ?? string.Empty;

    public async Task DisposeAsync()
    {
        foreach (var it in _running)
        {
            await it.DisposeAsync();
        }

        _directory.Delete(recursive: true);
    }

    private static string Address() => $"http://127.0.0.1:{AppHost.Embedded.Native.Ports.Free()}";

    private void Run<TInside>(string address, Dictionary<string, string> settings)
        where TInside : class
    {
        var host = new WebApplicationFactory<TInside>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("urls", address);
            builder.UseSetting("Gateway:Url", _gateway);
            builder.UseSetting("Service:Secret", "a secret of the tests");
            builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://guest:guest@127.0.0.1:1");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");

            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            if (settings.ContainsKey("Demo:File"))
            {
                builder.ConfigureTestServices(services => services.AddMassTransitTestHarness());
            }
        });
        host.UseKestrel();
        host.StartServer();
        _running.Add(host);
    }
}
