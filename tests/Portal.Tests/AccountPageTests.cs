using System.Net;

namespace Mamis.Portal.Tests;

public sealed class AccountPageTests : IAsyncLifetime
{
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_own_sessions_are_told_apart_and_a_strange_one_is_ended()
    {
        _app.Gateway.Lay($"DELETE /api/identity/sessions/{Examples.NoticeId}", "", 204);
        var page = await Read("physician", "/account/sessions");
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, "/account/sessions", $"end-{Examples.NoticeId}", []);

        Assert.Contains(Words.Term("session", "current"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Term("means", "password-and-recovery-code"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("sessions.seen", "2026年11月23日(令和8年)0時04分"), page, StringComparison.Ordinal);
        Assert.Equal("/account/sessions?done=true", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task All_other_sessions_end_with_one_button()
    {
        _app.Gateway.Lay("DELETE /api/identity/sessions/others", "", 204);
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, "/account/sessions", "end-others", []);

        Assert.Contains(_app.Gateway.Calls, it => it.Call == "DELETE /api/identity/sessions/others");
        Assert.Equal("/account/sessions?done=true", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_new_password_is_set_or_refused_at_its_field_and_never_shown()
    {
        _app.Gateway.LayProblem("POST /api/identity/password", 422, ("CURRENT_PASSWORD_WRONG", "currentPassword"), ("PASSWORD_COMMON", "newPassword"));
        using var browser = _app.Browser("physician");
        Dictionary<string, string> fields = new() { ["currentPassword"] = "typed-now", ["newPassword"] = "typed-next" };
        using var refused = await PortalApp.Submit(browser, "/account/password", "password", fields);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        _app.Gateway.Lay("POST /api/identity/password", "", 204);
        using var done = await PortalApp.Submit(browser, "/account/password", "password", fields);

        Assert.Contains("<a href=\"#currentPassword\">" + Words.Explain("CURRENT_PASSWORD_WRONG"), page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#newPassword\">" + Words.Explain("PASSWORD_COMMON"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("typed-n", page, StringComparison.Ordinal);
        Assert.Equal("/account?done=password", done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_lost_password_comes_back_in_two_steps_and_a_wrong_code_stands_at_its_field()
    {
        _app.Gateway.Lay("POST /api/identity/recoveries", $$"""{"recoveryId":"{{Examples.NoticeId}}","minutes":30}""", 202);
        var address = $"/recover/{Examples.NoticeId}";
        Dictionary<string, string> fields = new() { ["code"] = "1234 5678", ["newPassword"] = "typed-next" };
        using var browser = _app.Browser();
        using var asked = await PortalApp.Submit(browser, "/recover", "recover", new() { ["login"] = " member@example.invalid " });
        _app.Gateway.LayProblem($"POST /api/identity/recoveries/{Examples.NoticeId}/password", 422, ("MAILED_CODE_WRONG", "code"));
        using var refused = await PortalApp.Submit(browser, address, "recover-code", fields);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        _app.Gateway.Lay($"POST /api/identity/recoveries/{Examples.NoticeId}/password", "", 204);
        using var done = await PortalApp.Submit(browser, address, "recover-code", fields);

        Assert.Equal(address, asked.Headers.Location?.OriginalString);
        Assert.Contains(_app.Gateway.Calls, it => it.Call == "POST /api/identity/recoveries" && it.Body.Contains("\"member@example.invalid\"", StringComparison.Ordinal));
        Assert.Contains("<a href=\"#code\">" + Words.Explain("MAILED_CODE_WRONG"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("typed-next", page, StringComparison.Ordinal);
        Assert.Equal("/login?done=password", done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_unconfirmed_address_is_pointed_out_and_confirmed_with_the_code()
    {
        _app.Gateway.Lay("POST /api/identity/email-confirmation", "", 204);
        _app.Gateway.Lay("POST /api/identity/email-codes", """{"minutes":30}""", 202);
        var myPage = await Read("physician", "/my-page");
        using var browser = _app.Browser("physician");
        using var asked = await PortalApp.Submit(browser, "/account/email", "email-code", new() { ["email"] = "other@example.invalid", ["currentPassword"] = "P" });
        using var done = await PortalApp.Submit(browser, "/account/email", "email-confirm", new() { ["code"] = "12345678" });

        Assert.Contains("href=\"/account/email\"", myPage, StringComparison.Ordinal);
        Assert.Equal("/account/email?sent=true", asked.Headers.Location?.OriginalString);
        Assert.Contains(_app.Gateway.Calls, it => it.Call == "POST /api/identity/email-codes" && it.Body.Contains("other@example.invalid", StringComparison.Ordinal));
        Assert.Equal("/account?done=email", done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Recovery_codes_are_shown_in_the_answer_and_kept_nowhere()
    {
        _app.Gateway.Lay("POST /api/identity/recovery-codes", """{"codes":["ABCD-EFGH-JKLM","NPQR-STUV-WXYZ"]}""");
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, "/account/recovery-codes", "recovery", new() { ["currentPassword"] = "P" });

        Assert.Contains("ABCD-EFGH-JKLM", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("ABCD-EFGH-JKLM", await Read("county-staff", "/account/recovery-codes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_where_the_authenticator_is_lost()
    {
        _app.Gateway.Lay("POST /session/totp", "", 204);
        using var browser = _app.Browser();
        using var answer = await PortalApp.Submit(browser, "/login/totp?next=%2Fdesk%2Fqueue", "recovery", new() { ["recoveryCode"] = " ABCD-EFGH-JKLM " });

        Assert.Equal("/desk/queue", answer.Headers.Location?.OriginalString);
        Assert.Equal("""{"code":"ABCD-EFGH-JKLM"}""", _app.Gateway.Calls.Last(it => it.Call == "POST /session/totp").Body);
    }

    [Fact]
    public async Task Looks_at_the_record_and_at_the_credits_stand_in_one_list_the_latest_first()
    {
        var page = await Read("physician", "/account/accesses");
        var (record, ledger) = (page.IndexOf(Words.Term("look", "record"), StringComparison.Ordinal), page.IndexOf(Words.Term("look", "ledger"), StringComparison.Ordinal));

        Assert.Contains(Words.Say("accesses.staff-of", "架空区医師会"), page, StringComparison.Ordinal);
        Assert.InRange(record, 0, ledger);
    }

    [Fact]
    public async Task A_machine_client_is_created_with_its_secret_shown_once_and_revoked()
    {
        _app.Gateway.Lay("POST /api/identity/machine-clients", """{"clientId":"new-system","clientSecret":"s3cret","formerSecretUntil":null}""", 201);
        _app.Gateway.Lay("POST /api/identity/machine-clients/hospital-system/secrets", """{"clientId":"hospital-system","clientSecret":"n3xt","formerSecretUntil":"2026-11-30T00:00:00Z"}""");
        _app.Gateway.Lay("POST /api/identity/machine-clients/hospital-system/revocation", "", 204);
        const string page = "/account/machine-clients";
        using var browser = _app.Browser("jma-staff", "JMA");
        using var created = await PortalApp.Submit(browser, page, "create-client", new() { ["clientId"] = "new-system", ["scopes"] = "attendance", ["association"] = "ORG-001" });
        using var rotated = await PortalApp.Submit(browser, page, "rotate-hospital-system", []);
        using var revoked = await PortalApp.Submit(browser, page, "revoke-hospital-system", []);

        Assert.Contains("s3cret", await created.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("n3xt", await rotated.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(_app.Gateway.Calls, it => it.Body == """{"clientId":"new-system","scopes":["attendance"],"association":"ORG-001"}""");
        Assert.Contains(_app.Gateway.Calls, it => it.Body == """{"overlapDays":7}""");
        Assert.Equal(page, revoked.Headers.Location?.OriginalString);
    }

    private async Task<string> Read(string role, string page)
    {
        using var browser = _app.Browser(role, "13-001");
        return WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));
    }
}
