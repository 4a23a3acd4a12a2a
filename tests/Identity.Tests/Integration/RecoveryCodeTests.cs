using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class RecoveryCodeTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Ten_codes_stand_in_for_the_authenticator_each_once()
    {
        var codes = await Issue("jma");
        var (first, second) = (await LogIn("jma"), await LogIn("jma"));
        using var service = await app.AsService();
        using var right = await Confirm(service, first, codes[0].ToLowerInvariant().Replace('-', ' '));
        using var replayed = await Confirm(service, second, codes[0]);
        using var client = app.As(await app.TokenOf(first));
        var state = await client.GetFromJsonAsync<JsonNode>("/credentials");
        var sessions = (await client.GetFromJsonAsync<JsonNode>("/sessions"))?["sessions"]?.AsArray() ?? [];

        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, "CODE_WRONG"), await replayed.Problem());
        Assert.Equal((true, 9), (state?["secondFactor"]?.GetValue<bool>(), state?["recoveryCodesLeft"]?.GetValue<int>()));
        Assert.Contains(sessions, it => it?["means"].Text() == "password-and-recovery-code");
    }

    [Fact]
    public async Task A_new_set_ends_the_one_before()
    {
        var former = await Issue("prefecture-27");
        _ = await Issue("prefecture-27");
        using var service = await app.AsService();
        using var answer = await Confirm(service, await LogIn("prefecture-27"), former[3]);

        Assert.Equal((HttpStatusCode.Unauthorized, "CODE_WRONG"), await answer.Problem());
    }

    [Fact]
    public async Task Somebody_else_s_codes_open_nothing()
    {
        var others = await Issue("prefecture-13");
        _ = await Issue("county-27-001");
        using var service = await app.AsService();
        using var answer = await Confirm(service, await LogIn("county-27-001"), others[0]);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_database_does_not_hold_a_code()
    {
        var codes = await Issue("scheduler");
        await using var connection = await app.Source.OpenConnectionAsync();
        var stored = await connection.ExecuteScalarAsync<long>(
            "select count(*) from credentials.recovery_code c, unnest(@codes) code where encode(c.code_hash, 'escape') ilike '%' || code || '%'",
            new { codes = codes.Concat(codes.Select(it => it.Replace("-", "", StringComparison.Ordinal))).ToArray() });

        Assert.Equal(0, stored);
    }

    [Fact]
    public async Task They_are_given_for_the_password_and_only_beside_a_second_factor()
    {
        var (client, _) = await app.Staff("organizer");
        using var organizer = client;
        using var wrong = await organizer.PostAsJsonAsync("/recovery-codes", new { currentPassword = "wrong" });
        using var physician = app.As(await app.TokenOf(await LogIn("demo-member")));
        using var without = await physician.PostAsJsonAsync("/recovery-codes", new { currentPassword = PasswordOf("demo-member") });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CURRENT_PASSWORD_WRONG"), await wrong.Problem());
        Assert.Equal((HttpStatusCode.Conflict, "SECOND_FACTOR_MISSING"), await without.Problem());
    }

    private static Task<HttpResponseMessage> Confirm(HttpClient service, string session, string code) =>
        service.PostAsJsonAsync($"/internal/sessions/{session}/totp", new { code });

    private async Task<IReadOnlyList<string>> Issue(string login)
    {
        var (client, _) = await app.Staff(login);
        using var staff = client;
        using var answer = await staff.PostAsJsonAsync("/recovery-codes", new { currentPassword = PasswordOf(login) });
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return [.. ((await answer.Json())["codes"]?.AsArray() ?? []).Select(it => it.Text())];
    }

    private Task<string> LogIn(string login) => app.LogIn(login, PasswordOf(login));

    private string PasswordOf(string login) => app.Demo("logins", "login", login)["password"].Text();
}
