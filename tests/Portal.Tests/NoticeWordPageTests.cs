using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

/// <summary>Which notices come by mail, and in which words: the pages of physicians and of the JMA.</summary>
public sealed class NoticeWordPageTests : IAsyncLifetime
{
    private const string Template = "/desk/templates/one-year";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_physician_sees_every_kind_and_can_switch_those_nobody_needs()
    {
        _app.Gateway.Lay("PUT /api/notifications/preferences/inquiry-answered", "", 204);
        using var browser = _app.Browser("physician");
        var page = await Read(browser, "/account/notices");
        using var answer = await PortalApp.Submit(browser, "/account/notices", "switch-inquiry-answered", []);

        Assert.Contains(Words.Say("choices.always-text"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Term("notice", "one-year"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Term("switched-by", "link-in-mail"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("switch-one-year", page, StringComparison.Ordinal);
        Assert.Equal("/account/notices?done=true", answer.Headers.Location?.OriginalString);
        Assert.Contains(_app.Gateway.Calls, it => it.Call == "PUT /api/notifications/preferences/inquiry-answered" && it.Body == """{"mail":false}""");
    }

    [Fact]
    public async Task Who_follows_the_link_of_a_mail_has_to_press_a_button_and_nothing_else()
    {
        _app.Gateway.Lay("POST /api/notifications/stop-links/token", "{}");
        using var browser = _app.Browser();
        var page = await Read(browser, "/stop-mails/token");
        var before = _app.Gateway.Calls.Count(it => it.Call.StartsWith("POST", StringComparison.Ordinal));
        using var answer = await PortalApp.Submit(browser, "/stop-mails/token", "stop", []);
        _app.Gateway.Lay("GET /api/notifications/stop-links/token", """{"kind":"inquiry-answered","mail":false}""");

        Assert.Contains(Words.Say("stop.submit"), page, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Equal("/stop-mails/token", answer.Headers.Location?.OriginalString);
        Assert.Contains(Words.Say("stop.done-text"), await Read(browser, "/stop-mails/token"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_words_as_words_and_keeps_what_was_typed()
    {
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, Template, "words", Form("preview"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("value=\"S1234567\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call.EndsWith("/versions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_words_are_written_with_their_day_and_reason()
    {
        _app.Gateway.Lay("POST /api/notifications/templates/one-year/versions", """{"version":3}""");
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, Template, "words", Form("write"));
        var sent = JsonNode.Parse(_app.Gateway.Calls.Last(it => it.Call.EndsWith("/versions", StringComparison.Ordinal)).Body);

        Assert.Equal($"{Template}?done=true", answer.Headers.Location?.OriginalString);
        Assert.Equal(("2027-04-01", "typed {number}", "why"), ($"{sent?["since"]}", $"{sent?["subject"]}", $"{sent?["why"]}"));
    }

    [Fact]
    public async Task Every_mistake_stands_at_its_field()
    {
        _app.Gateway.LayProblem(
            "POST /api/notifications/templates/one-year/versions", 422, ("TEMPLATE_PLACE_UNKNOWN", "subject"), ("TEMPLATE_PLACE_MISSING", "text"));
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, Template, "words", Form("write"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#subject\">" + Words.Explain("TEMPLATE_PLACE_UNKNOWN"), page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#text\">" + Words.Explain("TEMPLATE_PLACE_MISSING"), page, StringComparison.Ordinal);
        Assert.Contains("value=\"typed {number}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail", "<p>page</p>")]
    [InlineData("letter", "<article>letter</article>")]
    public async Task Mail_and_letter_are_saved_as_they_would_go_out(string file, string content)
    {
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, Template, "words", Form("preview"), $"{Template}/{file}.html");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
    }

    private static Dictionary<string, string> Form(string step) => new()
    {
        ["step"] = step,
        ["subject"] = "typed {number}",
        ["text"] = "text",
        ["case"] = "S1234567",
        ["since"] = "令和9年4月1日",
        ["why"] = "why",
    };

    private static async Task<string> Read(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));
}
