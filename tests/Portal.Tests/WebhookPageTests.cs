using System.Net;
using Mamis.Portal.Dates;

namespace Mamis.Portal.Tests;

/// <summary>Who outside hears of what: the pages of the JMA.</summary>
public sealed class WebhookPageTests : IAsyncLifetime
{
    private const string List = "/desk/webhooks";
    private const string One = $"{List}/{Hooks.Id}";
    private const string Api = "/api/notifications/webhooks";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_new_one_shows_its_secret_once_on_a_page_nobody_keeps()
    {
        _app.Gateway.Lay($"POST {Api}", $$"""{"id":"{{Hooks.Id}}","secret":"whsec_c2VjcmV0","formerUntil":null}""", 201);
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, List, "register", new() { ["name"] = "system", ["url"] = "https://example.invalid/", ["kinds"] = "credit.posted" });

        Assert.Contains("whsec_c2VjcmV0", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains(_app.Gateway.Calls, it => it.Body == """{"name":"system","url":"https://example.invalid/","kinds":["credit.posted"]}""");
    }

    [Fact]
    public async Task Every_mistake_stands_at_its_field_and_what_was_typed_stays()
    {
        _app.Gateway.LayProblem($"POST {Api}", 422, ("WEBHOOK_ADDRESS_FORBIDDEN", "url"), ("WEBHOOK_KINDS_MISSING", "kinds"));
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, List, "register", new() { ["name"] = "system", ["url"] = "https://10.0.0.1/" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#url\">" + Words.Explain("WEBHOOK_ADDRESS_FORBIDDEN"), page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#kinds\">" + Words.Explain("WEBHOOK_KINDS_MISSING"), page, StringComparison.Ordinal);
        Assert.Contains("value=\"https://10.0.0.1/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_what_became_of_each_delivery()
    {
        using var browser = _app.Browser("jma-staff", "JMA");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(One, UriKind.Relative)));
        string[] told =
        [
            Words.Say("hooks.status", 503), Words.Term("webhook-fault", "no-answer-in-time"), Words.Term("webhook-delivery", "kept"), Words.Term("webhook-delivery", "delivered"),
            Words.Term("webhook-kind", "webhook.test"), Words.Say("hooks.older"),
        ];

        Assert.All(told, it => Assert.Contains(it, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("test", $"POST {Api}/{Hooks.Id}/tests", "tests")]
    [InlineData("pause", $"POST {Api}/{Hooks.Id}/pause", "pause")]
    [InlineData("kinds", $"PUT {Api}/{Hooks.Id}/kinds", "kinds")]
    [InlineData($"repeat-{Hooks.DeliveryId}", $"POST /api/notifications/webhook-deliveries/{Hooks.DeliveryId}/redelivery", "repeat")]
    public async Task Every_button_does_what_it_says_and_says_so(string form, string call, string done)
    {
        _app.Gateway.Lay(call, "{}", 202);
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, One, form, new() { ["kinds"] = "credit.posted" });

        Assert.Contains(_app.Gateway.Calls, it => it.Call == call);
        Assert.Equal($"{One}?done={done}", answer.Headers.Location?.OriginalString);
        Assert.NotNull(Words.Find($"hooks.done-{done}"));
    }

    [Fact]
    public async Task A_new_secret_is_shown_with_the_day_the_former_ends()
    {
        _app.Gateway.Lay($"POST {Api}/{Hooks.Id}/secret", $$"""{"id":"{{Hooks.Id}}","secret":"whsec_bmV4dA==","formerUntil":"2026-11-24T00:00:00Z"}""");
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, One, "rotate", []);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("whsec_bmV4dA==", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("hooks.former", Moment.Show(new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero))), page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task What_is_removed_leads_back_to_the_list()
    {
        _app.Gateway.Lay($"DELETE {Api}/{Hooks.Id}", "", 204);
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, One, "remove", []);

        Assert.Equal(List, answer.Headers.Location?.OriginalString);
    }
}
