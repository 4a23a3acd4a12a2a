using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mamis.Identity.Tests.Support;
using Mamis.Identity.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class TokenTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_client_gets_a_token_that_the_published_keys_confirm()
    {
        var demo = app.Demo("clients", "clientId", "demo-organizer");
        var token = new JsonWebTokenHandler().ReadJsonWebToken(await app.MachineToken("demo-organizer", demo["clientSecret"].Text()));
        using var client = app.CreateClient();
        var discovery = await client.GetFromJsonAsync<JsonNode>("/.well-known/openid-configuration");
        var keys = new JsonWebKeySet(await client.GetStringAsync(new Uri(discovery?["jwks_uri"].Text() ?? string.Empty)));
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(token.EncodedToken, new()
        {
            ValidIssuer = "mamis",
            ValidAudience = "mamis",
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidateLifetime = false,
        });

        Assert.True(checkedToken.IsValid);
        Assert.Equal(("at+jwt", "ES256", "organizer", "ORG-001", "attendance"), (
            token.Typ, token.Alg, token.GetClaim("role").Value, token.GetClaim("association").Value, token.GetClaim("scope").Value));
        Assert.Equal(TimeSpan.FromMinutes(5), token.ValidTo - token.ValidFrom);
    }

    [Theory]
    [InlineData("demo-organizer", "wrong")]
    [InlineData("nobody", "wrong")]
    [InlineData("service:gateway", "wrong")]
    [InlineData("", "")]
    public async Task A_wrong_secret_is_an_invalid_client(string id, string secret)
    {
        using var client = app.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        });
        using var answer = await client.PostAsync(new Uri("/token", UriKind.Relative), form);

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (answer.StatusCode, (await answer.Json())["error"].Text()));
    }

    [Fact]
    public async Task A_disabled_client_is_over_at_once()
    {
        var secret = app.Demo("clients", "clientId", "demo-simulator")["clientSecret"].Text();
        var sid = new JsonWebTokenHandler().ReadJsonWebToken(await app.MachineToken("demo-simulator", secret)).GetClaim("sid").Value;
        await using var connection = await app.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("update credentials.machine_client set enabled = false where client_id = 'demo-simulator'");
        using var service = await app.AsService();
        using var alive = await service.GetAsync(new Uri($"/internal/sessions/{sid}/alive", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, alive.StatusCode);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256 with the public key")]
    [InlineData("another key under our name")]
    [InlineData("another audience")]
    [InlineData("another type")]
    [InlineData("expired")]
    public async Task A_forged_token_is_refused(string forgery)
    {
        using var client = app.As(Forge(forgery));
        using var answer = await client.PostAsync(new Uri("/physicians/search", UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Keys_change_without_a_gap_and_old_ones_vanish_after_their_tokens()
    {
        var keys = app.Services.GetRequiredService<SigningKeys>();
        var first = keys.Current.Kid;
        app.Advance(SigningPlan.Signs - SigningPlan.Ahead + TimeSpan.FromMinutes(1));
        await keys.Refresh(CancellationToken.None);
        Assert.Equal((first, 2), (keys.Current.Kid, keys.Published.Count));
        var old = await app.MachineToken("demo-scheduler", app.Demo("clients", "clientId", "demo-scheduler")["clientSecret"].Text());
        Assert.Equal(first, new JsonWebTokenHandler().ReadJsonWebToken(old).Kid);

        app.Advance(SigningPlan.Ahead);
        await keys.Refresh(CancellationToken.None);
        Assert.NotEqual(first, keys.Current.Kid);
        Assert.Contains(first, keys.Published.Select(it => it.Kid));

        app.Advance(SigningPlan.After);
        await keys.Refresh(CancellationToken.None);
        Assert.DoesNotContain(first, keys.Published.Select(it => it.Kid));
    }

    [Fact]
    public async Task The_database_does_not_hold_a_private_key_in_the_clear()
    {
        await using var connection = await app.Source.OpenConnectionAsync();
        var xml = await connection.ExecuteScalarAsync<string>("select string_agg(xml, '') from credentials.data_protection_key");

        Assert.Contains("SecretSeal", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
    }

    private string Forge(string forgery)
    {
        var key = app.Services.GetRequiredService<SigningKeys>().Current;
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "mamis",
            Audience = forgery == "another audience" ? "elsewhere" : "mamis",
            TokenType = forgery == "another type" ? "JWT" : "at+jwt",
            NotBefore = now.AddHours(-2),
            Expires = forgery == "expired" ? now.AddHours(-1) : now.AddYears(1),
            Claims = new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString(), ["role"] = "jma-staff", ["association"] = "JMA" },
            SigningCredentials = forgery switch
            {
                "none" => null,
                "HS256 with the public key" => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key.X + key.Y)) { KeyId = key.Kid }, "HS256"),
                "another key under our name" => new(new ECDsaSecurityKey(ECDsa.Create(pair.ExportParameters(true))) { KeyId = key.Kid }, "ES256"),
                _ => key.Credentials,
            },
        });
    }
}
