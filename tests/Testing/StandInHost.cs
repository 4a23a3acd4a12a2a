using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Mamis.Testing;

/// <summary>A small web server on a free port of loopback that stands where another service would; it answers what its heir maps.</summary>
public abstract class StandInHost : IAsyncDisposable
{
    protected StandInHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        App = builder.Build();
    }

    public string Address => App.Urls.First();

    protected WebApplication App { get; }

    public Task Start() => App.StartAsync();

    public Task Stop() => App.StopAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return App.DisposeAsync();
    }
}
