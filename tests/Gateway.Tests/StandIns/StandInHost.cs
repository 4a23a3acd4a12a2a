using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mamis.Gateway.Tests.StandIns;

/// <summary>A small web server on a free port of loopback that stands where a service would.</summary>
public abstract class StandInHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    protected StandInHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(Answer);
    }

    public Uri Address => new(_app.Urls.First());

    public Task Start() => _app.StartAsync();

    public Task Stop() => _app.StopAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _app.DisposeAsync();
    }

    protected abstract Task Answer(HttpContext context);
}
