using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Mamis.Gateway.Tests.StandIns;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Gateway.Tests;

public sealed class ClientTokenTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    public static TheoryData<string> Bad => new(Forgeries.Keys);

    private static Dictionary<string, Func<IdentityService, string>> Forgeries { get; } = new()
    {
        ["signed by another key"] = it => it.Token(key: new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "k1" }),
        ["signed with a shared secret"] = it => it.Token(
            key: new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 64))) { KeyId = "k1" }, algorithm: SecurityAlgorithms.HmacSha256),
        ["not signed"] = it => Unsigned(it.Token()),
        ["for another audience"] = it => it.Token(audience: "other"),
        ["of another issuer"] = it => it.Token(issuer: "other"),
        ["of another type"] = it => it.Token(type: "JWT"),
        ["over"] = it => it.Token(seconds: -60),
        ["of a person"] = it => it.Token("physician", scope: null),
        ["of a service"] = it => it.Token("service"),
        ["with a changed role"] = it => Tampered(it.Token()),
        ["no token at all"] = _ => "nonsense",
    };

    [Fact]
    public async Task A_good_token_reaches_the_service_unchanged()
    {
        var token = app.Identity.Token();
        using var answer = await Call(token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"Bearer {token}", (await answer.Json())["headers"]?["Authorization"]?.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_token_is_refused_with_a_code(string what)
    {
        using var answer = await Call(Forgeries[what](app.Identity));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("SIGN_IN_REQUIRED", await answer.Code());
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_revoked_token_is_refused_within_five_seconds()
    {
        var session = Guid.CreateVersion7().ToString();
        var token = app.Identity.Token(session: session);
        using var good = await Call(token);
        app.Identity.Revoke(session);
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        using var refused = await Call(token);

        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Beside_a_cookie_a_token_counts_for_nothing()
    {
        using var browser = await app.Browser();
        var foreign = app.Identity.Token("jma-staff");
        browser.DefaultRequestHeaders.Authorization = new("Bearer", foreign);
        using var answer = await browser.GetAsync("/api/certification/x");

        Assert.DoesNotContain(foreign, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_an_open_route_a_bad_token_is_dropped()
    {
        using var client = app.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Forgeries["signed by another key"](app.Identity));
        using var answer = await client.GetAsync("/api/training-credits/trainings");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null((await answer.Json())["headers"]?["Authorization"]);
    }

    private async Task<HttpResponseMessage> Call(string token)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/certification/x");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }

    private static string Unsigned(string token) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{token.Split('.')[1]}.";

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("organizer", "jma-staff", StringComparison.Ordinal));
        return string.Join('.', parts);
    }
}
