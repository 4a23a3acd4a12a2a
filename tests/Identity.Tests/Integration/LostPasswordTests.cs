using System.Net;
using System.Net.Http.Json;
using Dapper;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class LostPasswordTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Next = "another horse battery";

    [Fact]
    public async Task A_code_to_the_confirmed_address_sets_another_password_ends_all_sessions_and_is_told()
    {
        var (id, email, client, session) = await app.Newcomer();
        client.Dispose();
        var recovery = await Started(email);
        var code = await app.Code(recovery);

        Assert.Equal(HttpStatusCode.NoContent, await Status(recovery, $" {code[..4]} {code[4..]}"));
        Assert.False(await Holds(session));
        await app.LogIn(email, Next);
        var told = await app.Mail(await app.LastMail(id, "password-changed"));
        Assert.Equal((email, null), (told["email"].Text(), told["code"]));
        Assert.Equal("MAILED_CODE_WRONG", await Refused(recovery, code));
    }

    [Fact]
    public async Task A_login_nobody_has_and_an_unconfirmed_address_get_the_same_answer_and_no_mail()
    {
        var (id, email, client, _) = await app.Newcomer(isConfirmed: false);
        client.Dispose();
        var (unconfirmed, unknown) = (await Started(email), await Started("nobody@example.invalid"));
        await app.Settled();

        Assert.Equal((null, null), (await app.MailOrNothing(unconfirmed), await app.MailOrNothing(unknown)));
        Assert.Equal("MAILED_CODE_WRONG", await Refused(unknown, "12345678"));
        Assert.Equal(1, await app.Mails(id));
    }

    [Fact]
    public async Task Five_wrong_codes_are_enough_and_the_right_one_comes_too_late()
    {
        var recovery = await Recovery();
        var code = await app.Code(recovery);
        var wrong = code[0] == '0' ? $"1{code[1..]}" : $"0{code[1..]}";

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("MAILED_CODE_WRONG", await Refused(recovery, wrong));
        }

        Assert.Equal("PASSWORD_TOO_SHORT", await Refused(recovery, code, "short"));
        Assert.Equal("MAILED_CODE_WRONG", await Refused(recovery, wrong));
        Assert.Equal("MAILED_CODE_WRONG", await Refused(recovery, code));
    }

    [Theory]
    [InlineData(29, HttpStatusCode.NoContent)]
    [InlineData(30, HttpStatusCode.UnprocessableEntity)]
    public async Task A_code_serves_for_half_an_hour(int minutes, HttpStatusCode status)
    {
        var recovery = await Recovery();
        var code = await app.Code(recovery);
        app.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(status, await Status(recovery, code));
    }

    [Fact]
    public async Task Only_the_last_recovery_counts_and_only_its_last_code()
    {
        var (_, email, client, _) = await app.Newcomer();
        client.Dispose();
        var older = await Started(email);
        var olderCode = await app.Code(older);
        var newer = await Started(email);
        var first = await app.Code(newer);
        var second = await app.Code(newer);

        Assert.Equal("MAILED_CODE_WRONG", await Refused(older, olderCode));
        Assert.Equal(first == second, HttpStatusCode.NoContent == await Status(newer, first));
        Assert.Equal(HttpStatusCode.NoContent, await Status(newer, second));
    }

    [Fact]
    public async Task Entered_twice_at_the_same_moment_it_serves_once()
    {
        var recovery = await Recovery();
        var code = await app.Code(recovery);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Status(recovery, code)));

        Assert.Single(answers, HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Asking_without_end_has_to_wait_whether_the_login_exists_or_not()
    {
        var (_, email, client, _) = await app.Newcomer();
        client.Dispose();

        foreach (var login in new[] { email, "flooded@example.invalid" })
        {
            for (var i = 0; i < 10; i++)
            {
                await Started(login);
            }

            using var anybody = app.CreateClient();
            using var eleventh = await anybody.PostAsJsonAsync("/recoveries", new { login });
            using var twelfth = await anybody.PostAsJsonAsync("/recoveries", new { login });
            Assert.Equal(((HttpStatusCode)429, "RECOVERY_MUST_WAIT"), await twelfth.Problem());
        }
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"login":null}""")]
    [InlineData("""{"login":7}""")]
    public async Task Who_names_no_login_is_told_so(string body)
    {
        using var anybody = app.CreateClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await anybody.PostAsync(new Uri("/recoveries", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_login_without_end_is_looked_for_like_any_other() => await Started(new string('あ', 10_000));

    [Fact]
    public async Task A_recovery_never_bypasses_the_second_factor()
    {
        var (jma, _) = await app.Staff("jma");
        using var client = jma;
        var password = app.Demo("logins", "login", "jma")["password"].Text();
        using var asked = await client.PostAsJsonAsync("/email-codes", new { email = "jma@example.invalid", currentPassword = password });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await using var connection = await app.Source.OpenConnectionAsync();
        var id = await connection.QuerySingleAsync<Guid>("select id from credentials.login where user_name = 'jma'");
        var code = await app.Code(await app.LastMail(id, "email-confirmation"));
        using var confirmed = await client.PostAsJsonAsync("/email-confirmation", new { code });
        Assert.Equal(HttpStatusCode.NoContent, confirmed.StatusCode);

        var recovery = await Started("jma");
        Assert.Equal(HttpStatusCode.NoContent, await Status(recovery, await app.Code(recovery), "9 signs ok"));
        using var service = await app.AsService();
        using var session = await service.PostAsJsonAsync("/internal/sessions", new { login = "jma@example.invalid", password = "9 signs ok" });
        Assert.Equal("totp", (await session.Json())["next"].Text());
    }

    private async Task<Guid> Recovery()
    {
        var (_, email, client, _) = await app.Newcomer();
        client.Dispose();
        return await Started(email);
    }

    private async Task<Guid> Started(string login)
    {
        using var anybody = app.CreateClient();
        using var answer = await anybody.PostAsJsonAsync("/recoveries", new { login });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var started = await answer.Json();
        Assert.Equal(30, started["minutes"]?.GetValue<int>());
        return started["recoveryId"]?.GetValue<Guid>() ?? Guid.Empty;
    }

    private async Task<HttpStatusCode> Status(Guid recovery, string code, string newPassword = Next)
    {
        using var answer = await Enter(recovery, code, newPassword);
        return answer.StatusCode;
    }

    private async Task<string> Refused(Guid recovery, string code, string newPassword = Next)
    {
        using var answer = await Enter(recovery, code, newPassword);
        return (await answer.Problem()).Codes;
    }

    private async Task<HttpResponseMessage> Enter(Guid recovery, string code, string newPassword)
    {
        using var anybody = app.CreateClient();
        return await anybody.PostAsJsonAsync($"/recoveries/{recovery}/password", new { code, newPassword });
    }

    private async Task<bool> Holds(string session)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/sessions/{session}/token", UriKind.Relative), null);
        return answer.IsSuccessStatusCode;
    }
}
