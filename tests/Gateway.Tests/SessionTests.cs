using System.Net;
using System.Net.Http.Json;

namespace Mamis.Gateway.Tests;

public sealed class SessionTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Fact]
    public async Task Signing_in_gives_an_opaque_host_cookie_and_nothing_else()
    {
        using var browser = app.Client();
        using var answer = await SignIn(browser, "physician", "right");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-mamis=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], it => Assert.Contains(it, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ey", cookie.Split('=')[1][..2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staff", "totp")]
    [InlineData("postcard", "first-login")]
    public async Task A_session_that_is_not_complete_says_what_comes_next(string login, string next)
    {
        using var browser = app.Client();
        using var answer = await SignIn(browser, login, "right");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(next, (await answer.Json())["next"]?.GetValue<string>());
    }

    [Fact]
    public async Task Without_the_second_factor_a_session_opens_nothing()
    {
        using var browser = await app.Browser("staff");

        using var before = await browser.GetAsync("/api/certification/applications/queue");
        using var totp = await browser.PostAsJsonAsync("/session/totp", new { code = "123456" });
        using var after = await browser.GetAsync("/api/certification/applications/queue");

        Assert.Equal(HttpStatusCode.Unauthorized, before.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, totp.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_a_code_and_without_a_cookie()
    {
        using var browser = app.Client();
        using var answer = await SignIn(browser, "wrong-password", "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("LOGIN_FAILED", await answer.Code());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Guessing_at_one_login_ends_in_429_while_others_still_sign_in()
    {
        using var browser = app.Client();
        var last = HttpStatusCode.Unauthorized;

        for (var i = 0; i < 11; i++)
        {
            using var answer = await SignIn(browser, "victim", "wrong");
            last = answer.StatusCode;
        }

        using var other = await SignIn(browser, "physician", "right");
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.NoContent, other.StatusCode);
    }

    [Fact]
    public async Task Two_hundred_people_behind_one_address_can_sign_in()
    {
        using var browser = app.Client();

        for (var i = 0; i < 200; i++)
        {
            using var answer = await SignIn(browser, $"physician-{i}", "right");
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_cookie_becomes_a_token_that_the_service_sees_and_the_browser_never()
    {
        using var browser = await app.Browser();
        using var answer = await browser.GetAsync("/api/certification/certificates");
        var headers = (await answer.Json())["headers"];

        Assert.StartsWith("Bearer ey", headers?["Authorization"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(headers?["Cookie"]);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("__Host-mamis=made-up")]
    [InlineData("__Host-mamis=019ab3b1-0000-7000-8000-000000000000.c2VhbA")]
    [InlineData("__Host-mamis=")]
    public async Task A_made_up_cookie_is_refused_without_asking_Identity(string cookie)
    {
        using var browser = app.Client();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        var asked = app.Identity.TokensGiven;
        using var answer = await browser.GetAsync("/api/certification/certificates");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("SIGN_IN_REQUIRED", await answer.Code());
        Assert.Equal(asked, app.Identity.TokensGiven);
    }

    [Fact]
    public async Task A_page_full_of_requests_asks_Identity_once()
    {
        using var browser = await app.Browser();
        var before = app.Identity.TokensGiven;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await browser.GetAsync("/api/certification/certificates")).Dispose()));

        Assert.Equal(1, app.Identity.TokensGiven - before);
    }

    [Fact]
    public async Task A_session_revoked_elsewhere_is_refused_within_five_seconds()
    {
        using var browser = await app.Browser();
        using var good = await browser.GetAsync("/api/certification/certificates");
        app.Identity.EndAllSessions();
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        using var refused = await browser.GetAsync("/api/certification/certificates");

        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_once_and_takes_the_cookie_back()
    {
        using var browser = await app.Browser();
        using var _ = await browser.GetAsync("/api/certification/certificates");
        using var end = await browser.DeleteAsync("/session");
        using var after = await browser.GetAsync("/api/certification/certificates");
        using var who = await browser.GetAsync("/session");

        Assert.Equal(HttpStatusCode.NoContent, end.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(end.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, who.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/api/certification/applications")]
    [InlineData("PUT", "/api/identity/physicians/me/workplace")]
    [InlineData("DELETE", "/session")]
    [InlineData("POST", "/session")]
    public async Task A_change_without_the_request_header_is_refused(string method, string path)
    {
        using var browser = await app.Browser();
        browser.DefaultRequestHeaders.Remove("X-Mamis-Request");
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("REQUEST_HEADER_MISSING", await answer.Code());
    }

    [Fact]
    public async Task A_form_of_the_portal_needs_no_header_because_the_portal_has_its_own_guard()
    {
        using var browser = await app.Browser();
        browser.DefaultRequestHeaders.Remove("X-Mamis-Request");
        using var form = new FormUrlEncodedContent([]);
        using var answer = await browser.PostAsync("/applications", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("__Host-mamis", (await answer.Json())["headers"]?["Cookie"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, string login, string password)
    {
        browser.DefaultRequestHeaders.Remove("X-Mamis-Request");
        browser.DefaultRequestHeaders.Add("X-Mamis-Request", "1");
        return browser.PostAsJsonAsync("/session", new { login, password });
    }
}
