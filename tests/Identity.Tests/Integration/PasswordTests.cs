using System.Net;
using System.Net.Http.Json;
using Dapper;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class PasswordTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Next = "correct horse battery";

    [Fact]
    public async Task Another_password_is_set_with_the_present_one_and_ends_all_other_sessions()
    {
        var present = PasswordOf("demo-member");
        var (here, there) = (await app.LogIn("demo-member", present), await app.LogIn("demo-member", present));
        using var client = app.As(await app.TokenOf(here));
        using var answer = await Change(client, present, Next);
        using var service = await app.AsService();
        using var old = await service.PostAsJsonAsync("/internal/sessions", new { login = "demo-member", password = present });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (answer.StatusCode, old.StatusCode));
        Assert.Equal((true, false), (await Holds(here), await Holds(there)));
        await app.LogIn("demo-member", "ｃｏｒｒｅｃｔ　horse battery");
    }

    [Theory]
    [InlineData("county-13-001", "seven s", "PASSWORD_TOO_SHORT")]
    [InlineData("county-13-001", "password123!", "PASSWORD_COMMON")]
    [InlineData("county-13-001", "county-13-001", "PASSWORD_OWN_DATA")]
    public async Task Staff_are_held_to_the_rules_with_a_second_factor(string login, string password, string code)
    {
        var (client, _) = await app.Staff(login);
        using var county = client;
        using var answer = await Change(county, PasswordOf(login), password);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), await answer.Problem());
        await app.LogIn(login, PasswordOf(login));
    }

    [Fact]
    public async Task A_physician_without_a_second_factor_needs_15_signs_besides_the_own_data()
    {
        var present = PasswordOf("demo-nonmember");
        using var client = app.As(await app.TokenOf(await app.LogIn("demo-nonmember", present)));
        using var tooShort = await Change(client, present, "fourteen signs");
        using var own = await Change(client, present, await NumberAndBirthDate("900002"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PASSWORD_TOO_SHORT"), await tooShort.Problem());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PASSWORD_OWN_DATA"), await own.Problem());
    }

    [Fact]
    public async Task A_wrong_present_password_is_named_beside_what_else_is_wrong_and_an_unchanged_one_too()
    {
        var (client, _) = await app.Staff("organizer");
        using var organizer = client;
        using var wrong = await Change(organizer, "wrong", "short");
        using var same = await Change(organizer, PasswordOf("organizer"), PasswordOf("organizer"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CURRENT_PASSWORD_WRONG PASSWORD_TOO_SHORT"), await wrong.Problem());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PASSWORD_UNCHANGED"), await same.Problem());
    }

    [Fact]
    public async Task Whoever_found_an_open_browser_gets_no_101st_guess_even_if_right()
    {
        var (client, _) = await app.Staff("auditor");
        using var auditor = client;
        await using (var connection = await app.Source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                "insert into credentials.attempt (key, failures, blocked_until) select 'known:' || id, 99, now() - interval '1 day' from credentials.login where user_name = 'auditor'");
        }

        using var hundredth = await Change(auditor, "wrong", Next);
        using var right = await Change(auditor, PasswordOf("auditor"), Next);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CURRENT_PASSWORD_WRONG"), await hundredth.Problem());
        Assert.Equal(((HttpStatusCode)429, "LOGIN_MUST_WAIT"), await right.Problem());
    }

    private static Task<HttpResponseMessage> Change(HttpClient client, string currentPassword, string newPassword) =>
        client.PostAsJsonAsync("/password", new { currentPassword, newPassword });

    private string PasswordOf(string login) => app.Demo("logins", "login", login)["password"].Text();

    private async Task<string> NumberAndBirthDate(string number)
    {
        await using var connection = await app.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<string>(
            "select licence_number || ' ' || to_char(birth_date, 'YYYYMMDD') from person where licence_number = @number", new { number });
    }

    private async Task<bool> Holds(string session)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/sessions/{session}/token", UriKind.Relative), null);
        return answer.IsSuccessStatusCode;
    }
}
