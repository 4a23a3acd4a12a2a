using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Mamis.Printing;

/// <summary>The one headless browser of a process: started when first needed, replaced when it died, ended with the host.</summary>
public sealed class Chromium(IOptions<PrintingOptions> options, ILogger<Chromium> logger) : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>What a printer needs none of: a sandbox around pages that are all ours, a graphics card, and any way out, so the only one leads to nobody.</summary>
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--proxy-server=127.0.0.1:1", "--proxy-bypass-list=<-loopback>",
    ];

    private readonly SemaphoreSlim _one = new(1, 1);
    private Running? _running;
    private bool _over;

    /// <summary>The browser, living when last seen; null when none can be started.</summary>
    public async Task<IBrowser?> Get(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);

        try
        {
            ObjectDisposedException.ThrowIf(_over, this);

            if (_running is not { Browser.IsConnected: true })
            {
                await End();
                _running = await Start();
            }

            return _running?.Browser;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Gives up a browser that failed or hangs; whoever comes next gets a new one.</summary>
    public async Task Discard(IBrowser browser)
    {
        await _one.WaitAsync();

        try
        {
            if (_running?.Browser == browser)
            {
                await End();
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _one.WaitAsync();
        _over = true;
        await End();
        _one.Release();
    }

    private async Task<Running?> Start()
    {
        if (Path() is not { } path)
        {
            logger.LogWarning("No Chromium on this machine; nothing can be printed until it is installed");
            return null;
        }

        IPlaywright? driver = null;

        try
        {
            driver = await Playwright.CreateAsync();
            return new(driver, await driver.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args = Flags,
                Timeout = (float)options.Value.Patience.TotalMilliseconds,
            }));
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or Win32Exception)
        {
            logger.LogWarning(e, "The browser {Path} does not start", path);
            driver?.Dispose();
            return null;
        }
    }

    private async Task End()
    {
        var ending = _running;
        _running = null;

        if (ending is not null)
        {
            await ending.DisposeAsync();
        }
    }

    private string? Path() => options.Value.Chromium is { } given
        ? new[] { given }.FirstOrDefault(File.Exists)
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    /// <summary>The browser and the driver process that speaks to it; the driver ends what is left of the browser.</summary>
    private sealed record Running(IPlaywright Driver, IBrowser Browser) : IAsyncDisposable
    {
        /// <summary>A browser that hangs is not waited for: its driver kills it.</summary>
        private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

        public async ValueTask DisposeAsync()
        {
            try
            {
                await Browser.CloseAsync().WaitAsync(Farewell);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // It is dead already, or will be with its driver.
            }

            Driver.Dispose();
        }
    }
}
