using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>Passkeys and the second factor, as their owner looks after them.</summary>
public sealed class FactorPageTests : IAsyncLifetime
{
    private const string Passkeys = "/account/passkeys";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_question_to_the_device_stands_in_the_answer_to_the_password_and_never_in_a_script()
    {
        _app.Gateway.Lay("POST /api/identity/passkey-registrations", $$$"""{"registrationId":"{{{Examples.NoticeId}}}","options":{"challenge":"Y2hhbGxlbmdl"}}""");
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, Passkeys, "passkey-start", new() { ["name"] = "tablet", ["currentPassword"] = "typed-now" });
        var page = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("{\"challenge\":\"Y2hhbGxlbmdl\"}", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"value=\"{Examples.NoticeId}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("typed-now", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"abc"}""", """{"id":"abc"}""")]
    [InlineData("no answer", "{}")]
    public async Task What_the_device_answered_is_passed_on_as_it_is(string answered, string passedOn)
    {
        _app.Gateway.Lay("POST /api/identity/passkeys", $$"""{"id":"{{Examples.NoticeId}}"}""", 201);
        using var browser = _app.Browser("physician");
        using var done = await PortalApp.Submit(browser, Passkeys, "passkey-finish", new() { ["registrationId"] = Examples.NoticeId, ["name"] = "tablet", ["credential"] = answered });

        Assert.Equal("/account/passkeys?done=added", done.Headers.Location?.OriginalString);
        Assert.Equal(
            $$"""{"registrationId":"{{Examples.NoticeId}}","name":"tablet","credential":{{passedOn}}}""",
            _app.Gateway.Calls.Last(it => it.Call == "POST /api/identity/passkeys").Body);
    }

    [Fact]
    public async Task Without_script_there_is_no_button_and_the_password_works()
    {
        using var browser = _app.Browser();
        var page = await browser.GetStringAsync(new Uri("/login", UriKind.Relative));

        Assert.Matches("<form[^>]* hidden[^>]* data-passkey=\"get\"", page);
        Assert.Matches("<script src=\"/assets/[0-9a-f]+/passkeys.js\" defer", page);
    }

    [Fact]
    public async Task A_passkey_signs_in_and_leads_to_the_page_asked_for_or_says_why_not()
    {
        _app.Gateway.Lay("POST /session/passkey", "", 204);
        using var browser = _app.Browser();
        Dictionary<string, string> fields = new() { ["challengeId"] = Examples.NoticeId, ["credential"] = """{"id":"abc"}""" };
        using var done = await PortalApp.Submit(browser, "/login?next=%2Fledger", "passkey", fields);
        _app.Gateway.LayProblem("POST /session/passkey", 401, ("PASSKEY_FAILED", null));
        using var refused = await PortalApp.Submit(browser, "/login", "passkey", fields);

        Assert.Equal("/ledger", done.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(Words.Explain("PASSKEY_FAILED"), WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_is_renamed_and_removed_on_its_own_page()
    {
        _app.Gateway.Lay($"PUT /api/identity/passkeys/{Examples.NoticeId}/name", "", 204);
        _app.Gateway.Lay($"POST /api/identity/passkeys/{Examples.NoticeId}/removal", "", 204);
        var page = $"{Passkeys}/{Examples.NoticeId}";
        using var browser = _app.Browser("county-staff", "13-001");
        using var renamed = await PortalApp.Submit(browser, page, "rename", new() { ["name"] = "tablet" });
        using var unasked = await PortalApp.Submit(browser, page, "remove", []);
        using var removed = await PortalApp.Submit(browser, page, "remove", new() { ["currentPassword"] = "P" });

        Assert.Equal("/account/passkeys?done=renamed", renamed.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unasked.StatusCode);
        Assert.Equal("/account/passkeys?done=removed", removed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_second_factor_is_shown_to_be_scanned_and_on_with_the_first_code_and_its_recovery_codes()
    {
        const string page = "/account/second-factor";
        _app.Gateway.Lay("POST /api/identity/second-factor-offers", """{"secret":"ABCDEFGH","address":"otpauth://totp/x?secret=ABCDEFGH","minutes":15}""");
        _app.Gateway.LayProblem("POST /api/identity/second-factor", 422, ("FIRST_CODE_WRONG", "code"));
        using var browser = _app.Browser("physician");
        using var offered = await PortalApp.Submit(browser, page, "factor-offer", new() { ["currentPassword"] = "P" });
        using var refused = await PortalApp.Submit(browser, page, "factor-on", new() { ["code"] = "１２3 456" });
        _app.Gateway.Lay("POST /api/identity/second-factor", """{"codes":["ABCD-EFGH-JKLM"]}""");
        using var on = await PortalApp.Submit(browser, page, "factor-on", new() { ["code"] = "123456" });
        var (offer, refusal) = (await offered.Content.ReadAsStringAsync(), WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));

        Assert.True(offered.Headers.CacheControl?.NoStore);
        Assert.Contains("ABCD EFGH", offer, StringComparison.Ordinal);
        Assert.Contains("<svg", offer, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", offer, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#code\">" + Words.Explain("FIRST_CODE_WRONG"), refusal, StringComparison.Ordinal);
        Assert.Equal("""{"code":"123456"}""", _app.Gateway.Calls.First(it => it.Call == "POST /api/identity/second-factor").Body);
        Assert.Contains("ABCD-EFGH-JKLM", await on.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_factor_is_switched_off_with_password_and_code()
    {
        _app.Gateway.Lay("POST /api/identity/second-factor/removal", "", 204);
        using var browser = _app.Browser("physician");
        using var off = await PortalApp.Submit(browser, "/account/second-factor/removal", "factor-off", new() { ["currentPassword"] = "P", ["code"] = " abcd-efgh-jklm " });

        Assert.Equal("/account?done=factor-off", off.Headers.Location?.OriginalString);
        Assert.Equal("""{"currentPassword":"P","code":"abcd-efgh-jklm"}""", _app.Gateway.Calls.Last(it => it.Call == "POST /api/identity/second-factor/removal").Body);
    }
}
