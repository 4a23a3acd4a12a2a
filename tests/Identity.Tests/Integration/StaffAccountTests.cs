using System.Net;
using System.Net.Http.Json;
using Dapper;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class StaffAccountTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task An_ended_account_is_out_at_once_told_and_its_address_free_again()
    {
        using var jma = (await app.Staff("jma")).Client;
        var (id, secret) = await Appointed(jma, "leaves@example.invalid");
        var session = await app.SignIn("leaves@example.invalid", secret);
        using var ended = await jma.PostAsJsonAsync($"/staff/{id}/ending", new { });
        using var again = await jma.PostAsJsonAsync($"/staff/{id}/ending", new { });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (ended.StatusCode, again.StatusCode));
        Assert.False(await app.Holds(session));
        Assert.Equal(["leaves@example.invalid"], await app.ToldTo(id, "staff-account-ended"));
        Assert.Equal("LOGIN_FAILED", await LogInRefused("leaves@example.invalid"));
        Assert.Equal(0, await Count("select count(*)::int from staff_list where staff_id = @id", id));
        Assert.NotEqual(id, (await Appointed(jma, "leaves@example.invalid")).Id);
    }

    [Fact]
    public async Task A_lost_authenticator_and_all_on_the_device_open_nothing_until_the_link_is_used_with_the_password()
    {
        using var jma = (await app.Staff("jma")).Client;
        var (id, secret) = await Appointed(jma, "lost@example.invalid");
        var session = await app.SignIn("lost@example.invalid", secret);
        using var replaced = await jma.PostAsJsonAsync($"/staff/{id}/factor-replacement", new { reason = "device-lost" });
        Assert.Equal(HttpStatusCode.Accepted, replaced.StatusCode);
        Assert.False(await app.Holds(session));
        Assert.Equal(0, await Count("select count(*)::int from credentials.recovery_code where subject = @id", id));

        // The password alone is no way in: a code stays due, and the old app's is wrong.
        Assert.Equal("CODE_WRONG", await CodeRefused(await app.LogIn("lost@example.invalid", StaffLinkCalls.Password), app.CodeOf(secret)));

        var key = await app.Key(id, "staff-factor-voided");
        using var wrong = await app.Begin(key, "not the password");
        Assert.Equal("CURRENT_PASSWORD_WRONG", (await wrong.Problem()).Codes);
        var (next, codes) = await app.Accept(key);
        Assert.NotEmpty(await app.SignIn("lost@example.invalid", next));

        Assert.Equal(10, codes.Count);
        Assert.Equal(["lost@example.invalid"], await app.ToldTo(id, "second-factor-on"));
        using var over = await app.Open(key);
        Assert.Equal("LINK_OVER", (await over.Problem()).Codes);
    }

    [Fact]
    public async Task Nobody_ends_or_resets_the_own_account_and_a_reason_is_one_of_the_list()
    {
        using var jma = (await app.Staff("jma")).Client;
        await using var connection = await app.Source.OpenConnectionAsync();
        var own = await connection.QuerySingleAsync<Guid>("select id from credentials.login where user_name = 'jma'");
        var unmailed = await connection.QuerySingleAsync<Guid>("select id from credentials.login where user_name = 'county-27-001'");

        Assert.Equal("STAFF_OWN_ACCOUNT", await Refused(jma, $"/staff/{own}/ending", new { }));
        Assert.Equal("STAFF_OWN_ACCOUNT", await Refused(jma, $"/staff/{own}/factor-replacement", new { reason = "device-lost" }));
        Assert.Equal("STAFF_EMAIL_MISSING", await Refused(jma, $"/staff/{unmailed}/factor-replacement", new { reason = "device-gone" }));
        using var noReason = await jma.PostAsJsonAsync($"/staff/{unmailed}/factor-replacement", new { reason = "whatever" });
        Assert.Equal(HttpStatusCode.BadRequest, noReason.StatusCode);
    }

    private static async Task<string> Refused(HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(address, body);
        return (await answer.Problem()).Codes;
    }

    private async Task<string> LogInRefused(string login)
    {
        using var service = await app.AsService();
        return await Refused(service, "/internal/sessions", new { login, password = StaffLinkCalls.Password });
    }

    private async Task<string> CodeRefused(string session, string code)
    {
        using var service = await app.AsService();
        return await Refused(service, $"/internal/sessions/{session}/totp", new { code });
    }

    private async Task<int> Count(string sql, Guid id)
    {
        await using var connection = await app.Source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<int>(sql, new { id });
    }

    private async Task<(Guid Id, string Secret)> Appointed(HttpClient administrator, string email)
    {
        var id = await administrator.Invited(email);
        return (id, (await app.Accept(await app.Key(id))).Secret);
    }
}
