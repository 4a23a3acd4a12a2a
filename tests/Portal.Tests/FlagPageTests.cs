using System.Net;
using System.Text.Json.Nodes;
using Mamis.Portal.Dates;

namespace Mamis.Portal.Tests;

/// <summary>Flags about attendance at the desk: why, what to do, the correction at hand, the verdict.</summary>
public sealed class FlagPageTests : IAsyncLifetime
{
    private const string Path = $"/api/training-credits/flags/{Flags.Id}";
    private const string Page = $"/desk/flags/{Flags.Id}";

    private static readonly string Day = JapaneseDate.Show(new DateOnly(2026, 11, 21));

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_list_says_why_in_words_and_a_designation_is_no_physicians_matter()
    {
        using var browser = _app.Browser("prefecture-staff", "13");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/desk/flags?kind=two-places", UriKind.Relative)));

        Assert.Contains(Words.Say("flag.why-two-places", Day, 90), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("flag.why-designation", Day, 180, 120), page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Page}\"", page, StringComparison.Ordinal);
        Assert.Contains(_app.Gateway.Calls, it => it.Call.StartsWith("GET /api/training-credits/flags", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_attendance_is_taken_back_where_the_desk_may_and_nowhere_else()
    {
        using var browser = _app.Browser("prefecture-staff", "13");
        var address = $"POST /api/training-credits/trainings/{Examples.TrainingId}/attendance/{Examples.EntryId}/withdrawal";
        _app.Gateway.Lay(address, "", 204);

        using var silent = await PortalApp.Submit(browser, Page, $"withdraw-{Examples.EntryId}", []);
        using var done = await PortalApp.Submit(browser, Page, $"withdraw-{Examples.EntryId}", new() { ["reason"] = "別の会場にいました" });
        var page = await browser.GetStringAsync(new Uri(Page, UriKind.Relative));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(Page, done.Headers.Location?.OriginalString);
        Assert.Equal("別の会場にいました", JsonNode.Parse(_app.Gateway.Calls.Single(it => it.Call == address).Body)?["reason"]?.GetValue<string>());
        Assert.DoesNotContain($"withdraw-{Examples.NoticeId}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_needs_what_was_found_and_how_and_says_when_somebody_was_quicker()
    {
        using var browser = _app.Browser("jma-staff", "JMA");
        _app.Gateway.LayProblem($"POST {Path}/settlement", 409, ("FLAG_SETTLED", "verdict"));

        using var silent = await PortalApp.Submit(browser, Page, "settle", []);
        using var late = await PortalApp.Submit(browser, Page, "settle", new() { ["verdict"] = "corrected", ["remark"] = "取り消しました" });
        var missing = WebUtility.HtmlDecode(await silent.Content.ReadAsStringAsync());

        Assert.Contains(Words.Say("flag.verdict-missing"), missing, StringComparison.Ordinal);
        Assert.Contains(Words.Say("flag.remark-missing"), missing, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("FLAG_SETTLED"), WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
