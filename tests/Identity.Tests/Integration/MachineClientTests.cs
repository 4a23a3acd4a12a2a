using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class MachineClientTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_client_is_created_with_scopes_of_one_role_and_its_secret_is_shown_once()
    {
        using var jma = await Jma();
        using var answer = await Create(jma, "hospital-system", ["attendance"], "ORG-001");
        var secret = (await answer.Json())["clientSecret"].Text();
        var token = new JsonWebTokenHandler().ReadJsonWebToken(await app.MachineToken("hospital-system", secret));
        var listed = await jma.GetStringAsync(new Uri("/machine-clients", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Created, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        Assert.Equal(("organizer", "ORG-001", "attendance"), (Claim(token, "role"), Claim(token, "association"), Claim(token, "scope")));
        Assert.NotNull((await Listed(jma, "hospital-system"))["lastUsedAt"]);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_work_until_the_overlap_ends()
    {
        using var jma = await Jma();
        using var created = await Create(jma, "rotated-system", ["renewal-runs"]);
        var former = (await created.Json())["clientSecret"].Text();
        using var rotated = await jma.PostAsJsonAsync("/machine-clients/rotated-system/secrets", new { overlapDays = 7 });
        var present = (await rotated.Json())["clientSecret"].Text();

        Assert.NotEqual(former, present);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Token("rotated-system", former), await Token("rotated-system", present)));
        Assert.NotNull((await Listed(jma, "rotated-system"))["formerSecretUsedAt"]);
        app.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await Token("rotated-system", former), await Token("rotated-system", present)));
    }

    [Fact]
    public async Task A_secret_that_leaked_is_replaced_without_an_overlap_and_its_tokens_end()
    {
        using var jma = await Jma();
        using var created = await Create(jma, "leaked-system", ["simulations"]);
        var leaked = (await created.Json())["clientSecret"].Text();
        var sid = Claim(new JsonWebTokenHandler().ReadJsonWebToken(await app.MachineToken("leaked-system", leaked)), "sid");
        using var rotated = await jma.PostAsJsonAsync("/machine-clients/leaked-system/secrets", new { overlapDays = 0 });
        using var service = await app.AsService();
        using var alive = await service.GetAsync(new Uri($"/internal/sessions/{sid}/alive", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (await Token("leaked-system", leaked), alive.StatusCode));
        Assert.Equal(HttpStatusCode.OK, await Token("leaked-system", (await rotated.Json())["clientSecret"].Text()));
    }

    [Fact]
    public async Task A_revoked_client_gets_no_token_and_those_it_holds_are_over()
    {
        using var jma = await Jma();
        using var created = await Create(jma, "revoked-system", ["attendance"], "ORG-001");
        var secret = (await created.Json())["clientSecret"].Text();
        var sid = Claim(new JsonWebTokenHandler().ReadJsonWebToken(await app.MachineToken("revoked-system", secret)), "sid");
        using var revoked = await jma.PostAsync(new Uri("/machine-clients/revoked-system/revocation", UriKind.Relative), null);
        using var again = await jma.PostAsync(new Uri("/machine-clients/revoked-system/revocation", UriKind.Relative), null);
        using var service = await app.AsService();
        using var alive = await service.GetAsync(new Uri($"/internal/sessions/{sid}/alive", UriKind.Relative));
        using var rotated = await jma.PostAsJsonAsync("/machine-clients/revoked-system/secrets", new { overlapDays = 1 });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NotFound), (revoked.StatusCode, again.StatusCode, alive.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, await Token("revoked-system", secret));
        Assert.Equal((HttpStatusCode.Conflict, "CLIENT_REVOKED"), await rotated.Problem());
    }

    [Theory]
    [InlineData("X", "nothing", null, 422, "CLIENT_ID_INVALID SCOPES_INVALID")]
    [InlineData("two-roles", "attendance renewal-runs", "ORG-001", 422, "SCOPES_INVALID")]
    [InlineData("no-body", "attendance", null, 422, "BODY_UNKNOWN")]
    [InlineData("no-jma", "renewal-runs", "ORG-001", 422, "BODY_UNKNOWN")]
    [InlineData("demo-scheduler", "renewal-runs", null, 409, "CLIENT_ID_TAKEN")]
    public async Task What_is_wrong_is_named_and_nothing_is_made(string id, string scopes, string? association, int status, string codes)
    {
        using var jma = await Jma();
        using var answer = await Create(jma, id, scopes.Split(' '), association);

        Assert.Equal(((HttpStatusCode)status, codes), await answer.Problem());
    }

    [Fact]
    public async Task An_overlap_has_its_limits_and_an_unknown_client_none()
    {
        using var jma = await Jma();
        using var tooLong = await jma.PostAsJsonAsync("/machine-clients/demo-scheduler/secrets", new { overlapDays = 31 });
        using var unknown = await jma.PostAsJsonAsync("/machine-clients/nobody/secrets", new { overlapDays = 30 });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "OVERLAP_INVALID"), await tooLong.Problem());
        Assert.Equal((HttpStatusCode.NotFound, "CLIENT_UNKNOWN"), await unknown.Problem());
    }

    private static string Claim(JsonWebToken token, string name) => token.GetClaim(name).Value;

    private static Task<HttpResponseMessage> Create(HttpClient jma, string clientId, string[] scopes, string? association = null) =>
        jma.PostAsJsonAsync("/machine-clients", new { clientId, scopes, association });

    private static async Task<JsonNode> Listed(HttpClient jma, string id) =>
        ((await jma.GetFromJsonAsync<JsonNode>("/machine-clients"))?["clients"]?.AsArray() ?? []).OfType<JsonNode>().Single(it => it["clientId"].Text() == id);

    private async Task<HttpClient> Jma() => (await app.Staff("jma")).Client;

    private async Task<HttpStatusCode> Token(string id, string secret)
    {
        using var client = app.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        });
        using var answer = await client.PostAsync(new Uri("/token", UriKind.Relative), form);
        return answer.StatusCode;
    }
}
