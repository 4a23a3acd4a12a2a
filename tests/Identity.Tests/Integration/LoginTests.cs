using System.Net;
using System.Net.Http.Json;
using Dapper;
using Mamis.Identity.Credentials;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class LoginTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_login_that_does_not_exist_is_answered_and_slowed_like_one_that_does()
    {
        using var service = await app.AsService();

        for (var i = 0; i <= LoginThrottle.Free; i++)
        {
            using var known = await LogIn(service, "prefecture-27", "wrong");
            using var unknown = await LogIn(service, "nobody-27", "wrong");
            Assert.Equal(await known.Problem(), await unknown.Problem());
            Assert.Equal(i == LoginThrottle.Free ? (HttpStatusCode)429 : HttpStatusCode.Unauthorized, known.StatusCode);
        }
    }

    [Fact]
    public async Task The_101st_guess_is_refused_even_if_right_until_the_wait_ends()
    {
        var demo = app.Demo("logins", "login", "auditor");
        await using (var connection = await app.Source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                "insert into credentials.attempt (key, failures, blocked_until) select 'known:' || id, 99, now() - interval '1 day' from credentials.login where user_name = 'auditor'");
        }

        using var service = await app.AsService();
        using var hundredth = await LogIn(service, "auditor", "wrong");
        Assert.Equal((HttpStatusCode.Unauthorized, "LOGIN_FAILED"), await hundredth.Problem());
        using var right = await LogIn(service, "auditor", demo["password"].Text());
        Assert.Equal(((HttpStatusCode)429, "LOGIN_MUST_WAIT"), await right.Problem());

        app.Advance(TimeSpan.FromHours(25));
        await app.LogIn("auditor", demo["password"].Text());
    }

    [Fact]
    public async Task Guesses_sent_side_by_side_are_all_counted()
    {
        using var service = await app.AsService();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => LogIn(service, "county-27-001", "wrong")));

        Assert.Equal(LoginThrottle.Free, answers.Count(it => it.StatusCode == HttpStatusCode.Unauthorized));
        Array.ForEach(answers, it => it.Dispose());
    }

    [Fact]
    public async Task Staff_get_no_token_before_the_second_factor_and_a_code_serves_once()
    {
        var demo = app.Demo("logins", "login", "county-13-001");
        var (first, second) = (await app.LogIn("county-13-001", demo["password"].Text()), await app.LogIn("county-13-001", demo["password"].Text()));
        using var service = await app.AsService();
        using var early = await service.PostAsync(new Uri($"/internal/sessions/{first}/token", UriKind.Relative), null);
        Assert.Equal((HttpStatusCode.NotFound, "SESSION_INCOMPLETE"), await early.Problem());

        var code = new { code = app.CodeOf(demo["totpSecret"].Text()) };
        using var right = await service.PostAsJsonAsync($"/internal/sessions/{first}/totp", code);
        using var replayed = await service.PostAsJsonAsync($"/internal/sessions/{second}/totp", code);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, "CODE_WRONG"), await replayed.Problem());
    }

    [Fact]
    public async Task A_misspelt_field_is_named_and_changes_nothing()
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsJsonAsync("/internal/sessions", new { login = "jma", pasword = "x" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("pasword", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> LogIn(HttpClient service, string login, string password) =>
        service.PostAsJsonAsync("/internal/sessions", new { login, password });
}
