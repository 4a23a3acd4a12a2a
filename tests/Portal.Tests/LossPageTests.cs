using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>A title ends on two pages: the physician gives it up and may keep it after all, the JMA takes it away.</summary>
public sealed class LossPageTests : IAsyncLifetime
{
    private const string Mine = $"/my-page/certificates/{Titles.Id}";
    private const string Resignation = $"{Mine}/resignation";
    private const string Loss = $"/desk/physicians/certificates/{Titles.Id}/loss";
    private const string Api = $"/api/certification/certificates/{Titles.Id}";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Nobody_gives_a_title_up_without_having_read_what_follows()
    {
        _app.Gateway.Lay($"GET {Api}", Titles.Valid);
        _app.Gateway.Lay($"POST {Api}/resignations", "", 204);
        using var browser = _app.Browser("physician");
        using var refused = await PortalApp.Submit(browser, Resignation, "resign", new() { ["from"] = "2026-12-32" });
        using var done = await PortalApp.Submit(browser, Resignation, "resign", new() { ["from"] = "令和8年12月31日", ["understood"] = "true" });
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"<a href=\"#understood\">{Words.Say("loss.understood-missing")}", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("loss.consequence-withdraw"), page, StringComparison.Ordinal);
        Assert.Equal("""{"from":"2026-12-31"}""", Assert.Single(Sent("resignations")));
        Assert.Equal($"{Mine}?done=resigned", done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_is_to_come_is_said_everywhere_and_can_be_taken_back()
    {
        _app.Gateway.Lay($"GET {Api}", Titles.Resigned);
        _app.Gateway.Lay($"POST {Api}/resignation-withdrawals", "", 204);
        using var browser = _app.Browser("physician");
        var mine = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(Mine, UriKind.Relative)));
        using var kept = await PortalApp.Submit(browser, Resignation, "keep", []);

        Assert.Contains(Words.Say("loss.resigned-what-to-do"), mine, StringComparison.Ordinal);
        Assert.Contains(".pdf", mine, StringComparison.Ordinal);
        Assert.Equal("{}", Assert.Single(Sent("resignation-withdrawals")));
        Assert.Equal($"{Mine}?done=kept", kept.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_JMA_takes_away_with_a_day_and_a_reason()
    {
        _app.Gateway.Lay($"GET {Api}", Titles.Valid);
        _app.Gateway.Lay($"POST {Api}/losses", "", 204);
        using var browser = _app.Browser("jma-staff", "JMA");
        using var refused = await PortalApp.Submit(browser, Loss, "strike", new() { ["from"] = "2026-12-01", ["reason"] = " " });
        using var done = await PortalApp.Submit(browser, Loss, "strike", new() { ["from"] = "2026-12-01", ["reason"] = "reason" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("""{"from":"2026-12-01","reason":"reason"}""", Assert.Single(Sent("losses")));
        Assert.Equal($"/desk/physicians/certificates/{Titles.Id}?done=struck-off", done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_holder_of_a_lost_title_reads_why_and_has_nothing_left_to_give_up()
    {
        _app.Gateway.Lay($"GET {Api}", Titles.StruckOff);
        using var browser = _app.Browser("physician");
        var mine = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(Mine, UriKind.Relative)));

        Assert.Contains("医師免許の取消し", mine, StringComparison.Ordinal);
        Assert.Contains(Words.Term("verify", "struck-off"), mine, StringComparison.Ordinal);
        Assert.DoesNotContain(".pdf", mine, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{Resignation}\"", mine, StringComparison.Ordinal);
    }

    private IEnumerable<string> Sent(string what) => _app.Gateway.Calls.Where(it => it.Call == $"POST {Api}/{what}").Select(it => it.Body);
}
