using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

public sealed class SignInTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Signing_in_hands_the_gateways_cookie_on_and_leads_to_the_page_asked_for()
    {
        app.Gateway.Lay("POST /session", "", 204);
        using var browser = app.Browser();
        using var answer = await PortalApp.Submit(browser, "/login?next=%2Fledger", "login", new() { ["login"] = "L", ["password"] = "P" });

        Assert.Equal("/ledger", answer.Headers.Location?.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), it => it.StartsWith("__Host-mamis=opaque", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aSet-Cookie:x=1")]
    public async Task A_way_out_of_the_site_is_not_followed(string next)
    {
        app.Gateway.Lay("POST /session", "", 204);
        using var browser = app.Browser();
        using var answer = await PortalApp.Submit(browser, $"/login?next={Uri.EscapeDataString(Uri.UnescapeDataString(next))}", "login", new() { ["login"] = "L", ["password"] = "P" });

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_on_its_own_page()
    {
        app.Gateway.Lay("POST /session", """{"next":"totp"}""");
        app.Gateway.Lay("POST /session/totp", "", 204);
        using var browser = app.Browser();
        using var first = await PortalApp.Submit(browser, "/login", "login", new() { ["login"] = "L", ["password"] = "P" });
        using var second = await PortalApp.Submit(browser, "/login/totp?next=%2Fdesk%2Fqueue", "totp", new() { ["code"] = "１２3 456" });

        Assert.StartsWith("/login/totp", first.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/desk/queue", second.Headers.Location?.OriginalString);
        Assert.Equal("123456", JsonNode.Parse(app.Gateway.Calls.Last(it => it.Call == "POST /session/totp").Body)?["code"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_refused_sign_in_says_why_and_keeps_the_login_but_not_the_password()
    {
        app.Gateway.LayProblem("POST /session", 401, ("LOGIN_FAILED", null));
        using var browser = app.Browser();
        using var answer = await PortalApp.Submit(browser, "/login", "login", new() { ["login"] = "somebody", ["password"] = "secret-typed" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Words.Explain("LOGIN_FAILED"), page, StringComparison.Ordinal);
        Assert.Contains("value=\"somebody\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-typed", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/my-page")]
    [InlineData("/ledger")]
    [InlineData("/applications")]
    [InlineData("/inbox")]
    [InlineData("/organizer/trainings")]
    [InlineData("/desk/queue")]
    [InlineData("/first-login")]
    public async Task Who_is_not_signed_in_is_led_to_the_login_and_back(string page)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal($"/login?next={Uri.EscapeDataString(page)}", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("physician", "/desk/queue")]
    [InlineData("organizer", "/my-page")]
    [InlineData("county-staff", "/organizer/trainings")]
    public async Task Another_roles_page_is_refused(string role, string page)
    {
        using var browser = app.Browser(role, "13-001");
        using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal("/not-allowed", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var browser = app.Browser("physician");
        var before = app.Gateway.Calls.Count(it => it.Call.StartsWith("POST", StringComparison.Ordinal));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "draft", ["scheme"] = "occupational", ["kind"] = "new" });
        using var answer = await browser.PostAsync(new Uri("/applications", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, app.Gateway.Calls.Count(it => it.Call.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_first_login_names_every_mistake_at_once_and_reads_era_dates()
    {
        app.Gateway.Lay("POST /api/identity/first-login", "", 204);
        using var browser = app.Browser("enrolling");
        using var empty = await PortalApp.Submit(browser, "/first-login", "first-login", []);
        var page = WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync());
        using var good = await PortalApp.Submit(browser, "/first-login", "first-login", new()
        {
            ["licenceNumber"] = "1234567",
            ["birthDate"] = "昭和36年4月2日",
            ["termsVersion"] = "1",
            ["email"] = "a@example.invalid",
            ["password"] = "a long enough sentence",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.All(["first.licence-missing", "form.date-Empty", "first.terms-missing", "first.email-missing", "first.password-missing"], it => Assert.Contains(Words.Say(it), page, StringComparison.Ordinal));
        Assert.Equal("/my-page?welcome=true", good.Headers.Location?.OriginalString);
        Assert.Equal("1961-04-02", JsonNode.Parse(app.Gateway.Calls.Last(it => it.Call == "POST /api/identity/first-login").Body)?["birthDate"]?.GetValue<string>());
    }
}
