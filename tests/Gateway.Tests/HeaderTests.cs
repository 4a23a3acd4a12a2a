using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Mamis.Gateway.Tests;

public sealed class HeaderTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Spoofed = "spoofed-7f3a";

    public static TheoryData<string> Variants => new(
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Forwarded-Port", "X-Forwarded-Server",
        "X-Forwarded-Scheme", "X-Forwarded-Ssl", "X-Forwarded-By", "X-Forwarded-User", "X-Forwarded-Email", "X-Forwarded-Groups",
        "X-Forwarded-Access-Token", "X-Forwarded-Client-Cert", "X-Forwarded-Path", "X-Forwarded", "x-forwarded-for", "X_Forwarded_For", "Forwarded", "Forwarded-For",
        "X-Mamis-Portal", "X-Mamis-Subject", "X-Mamis-Role", "X-Mamis-Association", "X-Mamis-Anything",
        "X-Original-URL", "X-Original-Host", "X-Original-For", "X-Original-Proto", "X-Original-Method", "X-Rewrite-URL", "X-Http-Method-Override", "X-HTTP-Method", "X-Method-Override",
        "X-Real-IP", "X-Client-IP", "Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Cluster-Client-IP", "Fastly-Client-IP", "X-Envoy-External-Address",
        "X-User", "X-User-Id", "X-Role", "X-Auth-User", "X-Authenticated-User", "X-Remote-User", "Remote-User", "X-Remote-Role",
        "X-MS-CLIENT-PRINCIPAL", "X-MS-Client-Principal-Id", "X-SSL-Client-Cert", "X-Client-Cert", "X-ARR-ClientCert", "X-Amzn-Oidc-Identity",
        "X-Goog-Authenticated-User-Id", "X-Host", "X-Api-Key", "Proxy-Authorization", "Proxy", "Via", "Baggage", "Tracestate", "Correlation-Context", "Request-Id");

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_spoofed_header_reaches_no_service(string name)
    {
        using var browser = await app.Browser();
        browser.DefaultRequestHeaders.TryAddWithoutValidation(name, Spoofed);

        foreach (var path in new[] { "/api/certification/x", "/my-page" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.DoesNotContain(Spoofed, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Services_learn_the_true_address_and_host()
    {
        using var browser = await app.Browser();
        var headers = (await (await browser.GetAsync("/api/certification/x")).Json())["headers"];

        Assert.Equal("127.0.0.1", headers?["X-Forwarded-For"]?.GetValue<string>());
        Assert.Equal("http", headers?["X-Forwarded-Proto"]?.GetValue<string>());
        Assert.Equal(browser.BaseAddress?.Authority, headers?["X-Forwarded-Host"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("/api/certification/x")]
    [InlineData("/session")]
    [InlineData("/my-page")]
    [InlineData("/no/such/page")]
    [InlineData("/internal/x")]
    public async Task Every_answer_forbids_framing_guessing_and_keeping(string path)
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(path);

        Assert.Contains("frame-ancestors 'none'", One(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", One(answer, "X-Frame-Options"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task What_a_service_needs_to_know_passes()
    {
        using var browser = await app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/certification/x") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"3\""));
        request.Headers.Add("Idempotency-Key", "k");
        request.Headers.AcceptLanguage.ParseAdd("ja");
        using var answer = await browser.SendAsync(request);
        var headers = (await answer.Json())["headers"] as JsonObject;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(["If-Match", "Idempotency-Key", "Accept-Language", "Content-Type"], it => Assert.True(headers?.ContainsKey(it), it));
    }

    private static string One(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
