using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>The pages of a certificate: the JMA lets it rest and lifts that again, the physician reads what it means.</summary>
public sealed class TitlePageTests : IAsyncLifetime
{
    private const string Page = $"/desk/physicians/certificates/{Titles.Id}";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_JMA_decides_with_days_in_any_writing_and_a_reason()
    {
        _app.Gateway.Lay($"GET /api/certification/certificates/{Titles.Id}", Titles.Valid);
        _app.Gateway.Lay($"POST /api/certification/certificates/{Titles.Id}/suspensions", "", 204);
        using var browser = _app.Browser("jma-staff", "JMA");
        using var done = await PortalApp.Submit(browser, Page, "suspend", new() { ["from"] = "令和8年12月1日", ["until"] = "", ["reason"] = "reason" });
        using var refused = await PortalApp.Submit(browser, Page, "suspend", new() { ["from"] = "2026-12-32", ["until"] = "", ["reason"] = "" });
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal("""{"from":"2026-12-01","until":null,"reason":"reason"}""", Sent("suspensions"));
        Assert.Equal($"{Page}?done=suspended", done.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"<a href=\"#reason\">{Words.Say("fee.reason-missing")}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rests_is_lifted_and_nobody_but_the_JMA_is_asked()
    {
        _app.Gateway.LayProblem($"POST /api/certification/certificates/{Titles.Id}/reinstatements", 422, ("SUSPENSION_DAY_PAST", "from"));
        using var browser = _app.Browser("jma-staff", "JMA");
        using var refused = await PortalApp.Submit(browser, Page, "lift", new() { ["from"] = "2026-11-01", ["reason"] = "reason" });
        using var county = _app.Browser("county-staff", "13-001");

        Assert.Contains($"<a href=\"#from\">{Words.Explain("SUSPENSION_DAY_PAST")}", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"reason\"", await county.GetStringAsync(new Uri(Page, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_physician_reads_why_it_rests_and_what_to_do()
    {
        _app.Gateway.Lay("GET /api/certification/certificates", $$"""{"certificates":[{{Titles.Suspended[Titles.Suspended.IndexOf("{\"id\"", StringComparison.Ordinal)..(Titles.Suspended.IndexOf('}') + 1)]}}]}""");
        using var browser = _app.Browser("physician");
        var mine = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/my-page", UriKind.Relative)));
        var details = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"/my-page/certificates/{Titles.Id}", UriKind.Relative)));

        Assert.Contains(Words.Term("verify", "suspended"), mine, StringComparison.Ordinal);
        Assert.Contains(Words.Say("suspension.what-to-do"), mine, StringComparison.Ordinal);
        Assert.DoesNotContain(".pdf", mine, StringComparison.Ordinal);
        Assert.Contains("医業停止の処分", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holder_takes_the_badge_along()
    {
        _app.Gateway.Lay($"GET /api/certification/certificates/{Titles.Id}", Titles.Valid);
        _app.Gateway.Lay($"GET /api/certification/certificates/{Titles.Id}/badge", "a.b.c");
        using var browser = _app.Browser("physician");
        var page = await browser.GetStringAsync(new Uri($"/my-page/certificates/{Titles.Id}", UriKind.Relative));

        Assert.Contains($"href=\"/my-page/certificates/{Titles.Id}.jwt\"", page, StringComparison.Ordinal);
        Assert.Equal("a.b.c", await browser.GetStringAsync(new Uri($"/my-page/certificates/{Titles.Id}.jwt", UriKind.Relative)));
    }

    private string Sent(string what) => _app.Gateway.Calls.Last(it => it.Call == $"POST /api/certification/certificates/{Titles.Id}/{what}").Body;
}
