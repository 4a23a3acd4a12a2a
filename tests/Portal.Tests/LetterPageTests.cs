using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

/// <summary>Letters, from the printer to the envelope that comes back.</summary>
public sealed class LetterPageTests : IAsyncLifetime
{
    private const string Page = "/desk/letters";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_desk_sees_what_waits_what_is_printed_and_what_came_back_and_why()
    {
        using var browser = _app.Browser("county-staff", "13-001");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(Page, UriKind.Relative)));

        Assert.Contains(Words.Say("letters.waiting-number", 1), page, StringComparison.Ordinal);
        Assert.Contains($"{Page}/{Examples.TrainingId}.html", page, StringComparison.Ordinal);
        Assert.Contains($"{Page}/{Examples.TrainingId}.pdf?part=2", page, StringComparison.Ordinal);
        Assert.Contains("0000000026", page, StringComparison.Ordinal);
        Assert.Contains($"{Page}?cursor={Exchange.InquiryId}", page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("ADDRESS_WRONG"), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("print", "letter-batches", "printed")]
    [InlineData($"post-{Examples.TrainingId}", $"letter-batches/{Examples.TrainingId}/dispatch", "posted")]
    [InlineData("return", "returned-letters", "returned")]
    public async Task Every_form_does_what_it_says(string form, string what, string done)
    {
        var call = $"POST /api/notifications/{what}";
        _app.Gateway.Lay(call, "{}");
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Page, form, new() { ["number"] = "0000000018" });
        var sent = JsonNode.Parse(_app.Gateway.Calls.Last(it => it.Call == call).Body);

        Assert.Equal($"{Page}?done={done}", answer.Headers.Location?.OriginalString);
        Assert.Equal(form == "return" ? "0000000018" : null, sent?["number"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_number_that_is_none_stands_at_its_field_as_it_was_typed()
    {
        _app.Gateway.LayProblem("POST /api/notifications/returned-letters", 422, ("LETTER_NUMBER_UNREADABLE", "number"));
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Page, "return", new() { ["number"] = "12345" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#number\">" + Words.Explain("LETTER_NUMBER_UNREADABLE"), page, StringComparison.Ordinal);
        Assert.Contains("value=\"12345\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_saved_and_never_shown_in_the_name_of_the_site()
    {
        _app.Gateway.Lay($"GET /api/notifications/letter-batches/{Examples.TrainingId}.html", "<p>letter</p>");
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await browser.GetAsync(new Uri($"{Page}/{Examples.TrainingId}.html", UriKind.Relative));

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("<p>letter</p>", await answer.Content.ReadAsStringAsync());
    }
}
