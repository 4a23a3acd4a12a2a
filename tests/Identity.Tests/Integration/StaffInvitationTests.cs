using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Mamis.Identity.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class StaffInvitationTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task The_invited_chooses_a_password_sets_up_the_authenticator_and_is_in()
    {
        using var prefecture = await Administrator("prefecture-13");
        var id = await prefecture.Invited("new@example.invalid");
        var key = await app.Key(id);
        using var seen = await app.Open(key);
        var (secret, codes) = await app.Accept(key);
        var token = new JsonWebTokenHandler().ReadJsonWebToken(await app.TokenOf(await app.SignIn("new@example.invalid", secret)));
        var list = await List(prefecture, "13-001");

        Assert.Equal(("invitation", "13-001"), ((await seen.Json())["purpose"].Text(), (await seen.Json())["association"].Text()));
        Assert.Equal(10, codes.Count);
        Assert.Equal((id.ToString(), "county-staff", "13-001"), (token.Subject, token.GetClaim("role").Value, token.GetClaim("association").Value));
        Assert.Contains("new@example.invalid", Logins(list));
        Assert.DoesNotContain("new@example.invalid", (list["invitations"]?.AsArray() ?? []).Select(it => it?["email"].Text()));
        Assert.Equal("LINK_OVER", await Refused(app.Begin(key)));
    }

    [Fact]
    public async Task Of_a_link_only_the_hash_is_stored_and_looking_uses_nothing_up()
    {
        using var jma = await Administrator("jma");
        var id = await jma.Invited("hash@example.invalid");
        var key = await app.Key(id);
        await using var connection = await app.Source.OpenConnectionAsync();
        var stored = await connection.QuerySingleAsync<string>("select row_to_json(k)::text from credentials.staff_link k where staff_id = @id", new { id });
        var events = await connection.QueryAsync<string>("select data::text from mt_events where stream_id = @id", new { id });

        Assert.Equal(43, key.Length);
        Assert.DoesNotContain(key, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("example.invalid", string.Concat(events), StringComparison.Ordinal);

        for (var i = 0; i < 2; i++)
        {
            using var opened = await app.Open(key);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }
    }

    [Theory]
    [InlineData(71, HttpStatusCode.OK)]
    [InlineData(72, HttpStatusCode.NotFound)]
    public async Task A_link_serves_for_72_hours_from_when_it_was_asked_for(int hours, HttpStatusCode status)
    {
        using var jma = await Administrator("jma");
        var key = await app.Key(await jma.Invited($"hours{hours}@example.invalid"));
        app.Advance(TimeSpan.FromHours(hours));
        using var opened = await app.Open(key);

        Assert.Equal(status, opened.StatusCode);
    }

    [Fact]
    public async Task Sent_again_the_older_link_is_void_at_once_and_withdrawn_none_is_left()
    {
        using var prefecture = await Administrator("prefecture-13");
        var id = await prefecture.Invited("again@example.invalid");
        var older = await app.Key(id);
        Assert.Equal(HttpStatusCode.Accepted, await Status(prefecture, $"/staff-invitations/{id}/sending"));
        Assert.Equal("LINK_OVER", await Refused(app.Open(older)));
        var newer = await app.Key(id);
        using var opened = await app.Open(newer);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, await Status(prefecture, $"/staff-invitations/{id}/withdrawal"));

        Assert.Equal("LINK_OVER", await Refused(app.Begin(newer)));
        Assert.Null(await app.MailOrNothing(await app.LastMail(id, "staff-invited")));
        Assert.Equal(HttpStatusCode.NotFound, await Status(prefecture, $"/staff-invitations/{id}/sending"));
    }

    [Fact]
    public async Task Without_the_apps_code_there_is_no_account_and_a_poor_password_is_refused()
    {
        using var jma = await Administrator("jma");
        var id = await jma.Invited("slow@example.invalid");
        var key = await app.Key(id);
        Assert.Equal("FIRST_CODE_WRONG", await Refused(app.Finish(key, "000000")));
        Assert.Equal("PASSWORD_TOO_SHORT", await Refused(app.Begin(key, "short")));
        using var begun = await app.Begin(key);
        Assert.Equal("FIRST_CODE_WRONG", await Refused(app.Finish(key, "no code")));
        using var service = await app.AsService();
        using var session = await service.PostAsJsonAsync("/internal/sessions", new { login = "slow@example.invalid", password = StaffLinkCalls.Password });

        Assert.Equal("LOGIN_FAILED", (await session.Problem()).Codes);
    }

    [Fact]
    public async Task Used_twice_at_the_same_moment_it_serves_once()
    {
        using var jma = await Administrator("jma");
        var key = await app.Key(await jma.Invited("twice@example.invalid"));
        using var begun = await app.Begin(key);
        var code = app.CodeOf((await begun.Json())["secret"].Text());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await app.Finish(key, code);
            return answer.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("prefecture-13", "13-001", HttpStatusCode.Created)]
    [InlineData("prefecture-27", "13-001", HttpStatusCode.Forbidden)]
    [InlineData("jma", "13-001", HttpStatusCode.Created)]
    [InlineData("county-13-001", "13-001", HttpStatusCode.Forbidden)]
    public async Task Who_stands_above_invites_lists_sends_and_ends_and_nobody_else(string login, string association, HttpStatusCode invited)
    {
        using var jma = await Administrator("jma");
        using var administrator = await Administrator(login);
        var other = await jma.Invited($"other-{login}@example.invalid", association: association);
        var (id, _) = await Appointed(jma, $"there-{login}@example.invalid", association);
        using var answer = await administrator.PostAsJsonAsync("/staff-invitations", new { email = $"by-{login}@example.invalid", role = "county-staff", association });
        using var list = await administrator.GetAsync(new Uri($"/staff?association={association}", UriKind.Relative));
        var isAbove = invited == HttpStatusCode.Created;

        Assert.Equal((invited, isAbove), (answer.StatusCode, list.IsSuccessStatusCode));
        Assert.Equal(isAbove, (int)await Status(administrator, $"/staff-invitations/{other}/sending") < 300);
        Assert.Equal(isAbove, (int)await Status(administrator, $"/staff/{id}/factor-replacement", new { reason = "device-lost" }) < 300);
        Assert.Equal(isAbove, (int)await Status(administrator, $"/staff-invitations/{other}/withdrawal") < 300);
        Assert.Equal(isAbove, (int)await Status(administrator, $"/staff/{id}/ending") < 300);
    }

    [Theory]
    [InlineData("no address", "county-staff", "13-001", "EMAIL_INVALID")]
    [InlineData("", "county-staff", "13-9", "ASSOCIATION_UNKNOWN EMAIL_INVALID")]
    [InlineData("x@example.invalid", "prefecture-staff", "13-001", "STAFF_ROLE_INVALID")]
    public async Task What_is_wrong_is_named(string email, string role, string association, string codes)
    {
        using var jma = await Administrator("jma");
        using var answer = await jma.PostAsJsonAsync("/staff-invitations", new { email, role, association });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, codes), await answer.Problem());
    }

    [Fact]
    public async Task An_address_is_invited_once_to_an_association_and_never_where_it_has_an_account()
    {
        using var jma = await Administrator("jma");
        await jma.Invited("once@example.invalid");
        await Appointed(jma, "has@example.invalid", "13-001");

        Assert.Equal("INVITATION_OPEN", await Refused(jma.PostAsJsonAsync("/staff-invitations", new { email = "ONCE@example.invalid", role = "county-staff", association = "13-001" })));
        Assert.Equal("EMAIL_TAKEN", await Refused(jma.PostAsJsonAsync("/staff-invitations", new { email = "has@example.invalid", role = "county-staff", association = "27-001" })));
    }

    private static async Task<JsonNode> List(HttpClient administrator, string association) =>
        await administrator.GetFromJsonAsync<JsonNode>($"/staff?association={association}") ?? throw new InvalidDataException("No list.");

    private static IEnumerable<string> Logins(JsonNode list) => (list["members"]?.AsArray() ?? []).Select(it => it?["login"].Text() ?? string.Empty);

    private static async Task<HttpStatusCode> Status(HttpClient client, string address, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync(address, body ?? new { });
        return answer.StatusCode;
    }

    private static async Task<string> Refused(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (await answer.Problem()).Codes;
    }

    private async Task<HttpClient> Administrator(string login) => (await app.Staff(login)).Client;

    private async Task<(Guid Id, string Secret)> Appointed(HttpClient administrator, string email, string association)
    {
        var id = await administrator.Invited(email, association: association);
        return (id, (await app.Accept(await app.Key(id))).Secret);
    }
}
