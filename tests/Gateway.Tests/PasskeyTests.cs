using System.Net;
using System.Net.Http.Json;

namespace Mamis.Gateway.Tests;

public sealed class PasskeyTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Fact]
    public async Task A_right_answer_gives_the_cookie_and_a_wrong_one_a_code()
    {
        using var browser = Browser();
        using var right = await Answer(browser, "right");
        using var wrong = await Answer(browser, "wrong");

        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.StartsWith("__Host-mamis=", Assert.Single(right.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Unauthorized, "PASSKEY_FAILED"), (wrong.StatusCode, await wrong.Code()));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_question_is_handed_to_the_page_and_kept_by_nobody()
    {
        using var browser = Browser();
        using var answer = await Ask(browser);

        Assert.Equal("localhost", (await answer.Json())["options"]?["rpId"]?.GetValue<string>());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/session/passkey")]
    [InlineData("/session/passkey-challenge")]
    public async Task Another_site_can_neither_ask_nor_answer(string path)
    {
        using var browser = app.Client();
        using var answer = await browser.PostAsJsonAsync(path, new { challengeId = Guid.Empty, credential = new { id = "right" } });

        Assert.Equal((HttpStatusCode.Forbidden, "REQUEST_HEADER_MISSING"), (answer.StatusCode, await answer.Code()));
    }

    [Fact]
    public async Task Asking_without_end_ends_in_429()
    {
        await using var gateway = app.Build(new Dictionary<string, string> { ["Limits:CostlyPerAddress:Burst"] = "2", ["Limits:CostlyPerAddress:PerMinute"] = "60" });
        gateway.StartServer();
        using var browser = Browser(app.Client(gateway));
        using var first = await Ask(browser);
        using var second = await Ask(browser);
        using var third = await Ask(browser);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode, third.StatusCode));
    }

    private static Task<HttpResponseMessage> Ask(HttpClient browser) =>
        browser.PostAsync(new Uri("/session/passkey-challenge", UriKind.Relative), null);

    private static Task<HttpResponseMessage> Answer(HttpClient browser, string id) =>
        browser.PostAsJsonAsync("/session/passkey", new { challengeId = Guid.CreateVersion7(), credential = new { id } });

    private HttpClient Browser(HttpClient? client = null)
    {
        var browser = client ?? app.Client();
        browser.DefaultRequestHeaders.Add("X-Mamis-Request", "1");
        return browser;
    }
}
