using System.Net;

namespace Mamis.Portal.Tests;

public sealed class StaffPageTests : IAsyncLifetime
{
    private const string Link = "/staff-link?key=the-key";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_prefecture_invites_to_its_own_posts_and_is_told_what_is_wrong_at_its_field()
    {
        _app.Gateway.LayProblem("POST /api/identity/staff-invitations", 409, ("EMAIL_TAKEN", "email"));
        using var browser = _app.Browser("prefecture-staff", "13");
        Dictionary<string, string> fields = new() { ["email"] = " new@example.invalid ", ["role"] = "county-staff", ["association"] = "13-001" };
        using var refused = await PortalApp.Submit(browser, "/desk/staff", "invite", fields);
        var page = await Text(refused);
        _app.Gateway.Lay("POST /api/identity/staff-invitations", $$"""{"staffId":"{{StaffExamples.Invited}}"}""", 201);
        using var done = await PortalApp.Submit(browser, "/desk/staff", "invite", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("<a href=\"#email\">" + Words.Explain("EMAIL_TAKEN"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"organizer\"", page, StringComparison.Ordinal);
        Assert.Equal("/desk/staff?of=13-001&done=invited", done.Headers.Location?.OriginalString);
        Assert.Equal("""{"email":"new@example.invalid","role":"county-staff","association":"13-001"}""", Sent("POST /api/identity/staff-invitations"));
    }

    [Fact]
    public async Task The_JMA_invites_for_an_organizing_body_by_its_code()
    {
        _app.Gateway.Lay("POST /api/identity/staff-invitations", $$"""{"staffId":"{{StaffExamples.Invited}}"}""", 201);
        using var browser = _app.Browser("jma-staff", "JMA");
        using var done = await PortalApp.Submit(
            browser, "/desk/staff", "invite", new() { ["email"] = "o@example.invalid", ["role"] = "organizer", ["association"] = "JMA", ["ofBody"] = "ORG-001" });

        Assert.Equal("""{"email":"o@example.invalid","role":"organizer","association":"ORG-001"}""", Sent("POST /api/identity/staff-invitations"));
    }

    [Theory]
    [InlineData($"send-{StaffExamples.Invited}", $"staff-invitations/{StaffExamples.Invited}/sending", "?of=13-001&done=sent")]
    [InlineData($"withdraw-{StaffExamples.Invited}", $"staff-invitations/{StaffExamples.Invited}/withdrawal", "?of=13-001&done=withdrawn")]
    [InlineData($"end-{StaffExamples.Member}", $"staff/{StaffExamples.Member}/ending", "?of=13&done=ended")]
    [InlineData($"replace-{StaffExamples.Member}", $"staff/{StaffExamples.Member}/factor-replacement", "?of=13&done=replaced")]
    public async Task Every_button_does_what_it_says_and_says_that_it_did(string form, string call, string next)
    {
        _app.Gateway.Lay($"POST /api/identity/{call}", "", 204);
        using var browser = _app.Browser("prefecture-staff", "13");
        using var done = await PortalApp.Submit(browser, "/desk/staff", form, new() { ["reason"] = "device-gone" });

        Assert.Equal($"/desk/staff{next}", done.Headers.Location?.OriginalString);
        Assert.Equal(form.StartsWith("replace", StringComparison.Ordinal) ? """{"reason":"device-gone"}""" : "{}", Sent($"POST /api/identity/{call}"));
    }

    [Fact]
    public async Task Behind_the_link_stand_password_then_authenticator_then_recovery_codes()
    {
        _app.Gateway.Lay("POST /api/identity/staff-links/password", """{"secret":"JBSWY3DPEHPK3PXP","address":"otpauth://totp/x","minutes":15}""");
        _app.Gateway.Lay("POST /api/identity/staff-links/code", """{"codes":["AAAA-BBBB-CCCC"]}""");
        using var browser = _app.Browser();
        using var begun = await PortalApp.Submit(browser, Link, "staff-link", new() { ["password"] = "typed-now" });
        using var finished = await PortalApp.Submit(browser, Link, "staff-link-code", new() { ["code"] = "１２３ 456" });
        var (first, second) = (await Text(begun), await Text(finished));

        Assert.Contains("JBSW Y3DP EHPK 3PXP", first, StringComparison.Ordinal);
        Assert.DoesNotContain("typed-now", first, StringComparison.Ordinal);
        Assert.Contains("AAAA-BBBB-CCCC", second, StringComparison.Ordinal);
        Assert.True(begun.Headers.CacheControl?.NoStore);
        Assert.True(finished.Headers.CacheControl?.NoStore);
        Assert.Equal("""{"key":"the-key","code":"123456"}""", Sent("POST /api/identity/staff-links/code"));
    }

    [Fact]
    public async Task A_wrong_code_stands_at_its_field_and_a_link_that_is_over_says_what_to_do()
    {
        _app.Gateway.LayProblem("POST /api/identity/staff-links/code", 422, ("FIRST_CODE_WRONG", "code"));
        using var browser = _app.Browser();
        using var wrong = await PortalApp.Submit(browser, Link, "staff-link-code", new() { ["code"] = "000000" });
        _app.Gateway.Lay("POST /api/identity/staff-links", StaffExamples.Replacement);
        var replacement = await Read();
        _app.Gateway.LayProblem("POST /api/identity/staff-links", 404, ("LINK_OVER", null));
        var over = await Read();

        Assert.Contains("<a href=\"#code\">" + Words.Explain("FIRST_CODE_WRONG"), await Text(wrong), StringComparison.Ordinal);
        Assert.Contains(Words.Say("password.current"), replacement, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("LINK_OVER"), over, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"password\"", over, StringComparison.Ordinal);

        async Task<string> Read() => WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(Link, UriKind.Relative)));
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private string Sent(string call) => _app.Gateway.Calls.Last(it => it.Call == call).Body;
}
