using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>Words that a desk answers with again and again: kept on a page of their own, put into an answer without a script.</summary>
public sealed class AnswerTemplatePageTests : IAsyncLifetime
{
    private const string Address = "/desk/inquiries/templates";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Chosen_words_go_below_what_was_typed_and_nothing_is_sent_yet()
    {
        using var clerk = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(
            clerk, $"/desk/inquiries/{Exchange.InquiryId}", "message", new() { ["template"] = Examples.NoticeId, ["step"] = "template", ["text"] = "お問い合わせの件です。" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(">お問い合わせの件です。\n\n登録料は申請後にお届けください。</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "POST /api/notifications/answer-templates")]
    [InlineData($"?id={Examples.NoticeId}", $"PUT /api/notifications/answer-templates/{Examples.NoticeId}")]
    public async Task New_words_are_added_and_chosen_ones_changed(string query, string call)
    {
        _app.Gateway.Lay(call, $$"""{"id":"{{Examples.NoticeId}}"}""");
        using var clerk = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(clerk, Address + query, "words", new() { ["title"] = "book", ["text"] = "by post" });

        Assert.Equal($"{Address}?done=true", answer.Headers.Location?.OriginalString);
        Assert.Equal("""{"title":"book","text":"by post"}""", _app.Gateway.Calls.Single(it => it.Call == call).Body);
    }

    [Fact]
    public async Task Words_are_removed_and_what_is_refused_stands_at_its_field()
    {
        _app.Gateway.Lay($"DELETE /api/notifications/answer-templates/{Examples.NoticeId}", "", 204);
        _app.Gateway.LayProblem("POST /api/notifications/answer-templates", 422, ("ANSWER_TEMPLATE_TITLE", "title"));
        using var clerk = _app.Browser("county-staff", "13-001");
        using var removed = await PortalApp.Submit(clerk, Address, $"remove-{Examples.NoticeId}", []);
        using var refused = await PortalApp.Submit(clerk, Address, "words", new() { ["title"] = "", ["text"] = "typed by me" });
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal($"{Address}?done=true", removed.Headers.Location?.OriginalString);
        Assert.Contains("<a href=\"#title\">" + Words.Explain("ANSWER_TEMPLATE_TITLE"), page, StringComparison.Ordinal);
        Assert.Contains("typed by me", page, StringComparison.Ordinal);
    }
}
