using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>A notice leads to where its reader acts, and has a title and a code that are explained.</summary>
public sealed class NoticeActionTests : IAsyncLifetime
{
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("missing-at-twelve", "/trainings/find")]
    [InlineData("missing-at-six", "/trainings/find")]
    [InlineData("missing-at-four", "/trainings/find")]
    [InlineData("missing-at-two", "/trainings/find")]
    [InlineData("credits-posted", "/ledger")]
    [InlineData("claim-moved", "/claims")]
    [InlineData("receipts-awaited", "/applications")]
    [InlineData("special-measure-ends", "/applications")]
    [InlineData("certificate-suspended", "/my-page")]
    [InlineData("certificate-reinstated", "/my-page")]
    [InlineData("certificate-resigned", "/my-page")]
    [InlineData("certificate-struck-off", "/my-page")]
    [InlineData("certificate-loss-withdrawn", "/my-page")]
    public async Task A_notice_has_its_title_and_leads_to_what_is_next_N5(string kind, string address)
    {
        _app.Gateway.Lay("GET /api/notifications/notices", Examples.Notices.Replace("one-year", kind, StringComparison.Ordinal));
        _app.Gateway.Lay($"GET /api/notifications/notices/{Examples.NoticeId}", Examples.Notice.Replace("one-year", kind, StringComparison.Ordinal));
        using var browser = _app.Browser("physician");
        var inbox = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/inbox", UriKind.Relative)));
        var page = await browser.GetStringAsync(new Uri($"/inbox/{Examples.NoticeId}", UriKind.Relative));

        Assert.Contains(Words.Find($"notice.{kind}") ?? "no title", inbox, StringComparison.Ordinal);
        Assert.Contains($"class=\"button\" href=\"{address}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALREADY_APPLIED")]
    [InlineData("APPLICATION_STOPPED")]
    [InlineData("NOTHING_MISSING")]
    [InlineData("CREDITS_UNKNOWN")]
    public void The_coverage_explains_why_nothing_was_told_G2(string code) => Assert.EndsWith("。", Words.Find(code), StringComparison.Ordinal);
}
