using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Mamis.Printing;

/// <summary>Prints pages as PDF: a few at once, each within its time, with no way to anything outside the page.</summary>
public sealed class Printer(Chromium chromium, IOptions<PrintingOptions> options, TimeProvider clock) : IDisposable
{
    private const int Tries = 2;

    private readonly SemaphoreSlim _turns = new(options.Value.AtOnce);

    public void Dispose() => _turns.Dispose();

    public async Task<Printout> Print(Html page, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(options.Value.Patience, clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);

        try
        {
            await _turns.WaitAsync(enough.Token);

            try
            {
                return await TryToPrint(page.ToString(), patience, enough.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Printout.Refused(Printout.TooSlow);
        }
    }

    /// <summary>A browser that died since it was last seen is replaced, and the page printed again; one that hangs is given up.</summary>
    private async Task<Printout> TryToPrint(string html, CancellationTokenSource patience, CancellationToken cancellation)
    {
        for (var i = 0; i < Tries && await chromium.Get(cancellation) is { } browser; i++)
        {
            try
            {
                return Printout.Of(await Pdf(browser, html).WaitAsync(cancellation));
            }
            catch (PlaywrightException)
            {
                await chromium.Discard(browser);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                await chromium.Discard(browser);
                throw;
            }
        }

        return Printout.Refused(Printout.Unavailable);
    }

    private static async Task<byte[]> Pdf(IBrowser browser, string html)
    {
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Offline = true });
        await context.RouteAsync("**/*", it => it.AbortAsync());
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);

        return await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true });
    }
}
