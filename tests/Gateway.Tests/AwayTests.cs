using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Mamis.Gateway.Tests;

public sealed class AwayTests : IAsyncLifetime
{
    private readonly GatewayApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Health_names_every_service_and_tells_no_secret()
    {
        using var client = _app.Client();
        using var answer = await client.GetAsync("/health");
        var services = (await answer.Json())["services"] as JsonObject;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["certification", "identity", "notifications", "portal", "training-credits"], services?.Select(it => it.Key).Order());
        Assert.DoesNotContain("127.0.0.1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_503_while_a_service_is_away_and_the_gateway_itself_stays_alive()
    {
        await _app.Service.Stop();
        using var client = _app.Client();
        using var health = await client.GetAsync("/health");
        using var alive = await client.GetAsync("/alive");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("away", (await health.Json())["services"]?["portal"]?.GetValue<string>());
        Assert.Equal("healthy", (await health.Json())["services"]?["identity"]?.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task A_call_to_a_service_that_is_away_says_what_to_do_next()
    {
        using var browser = await _app.Browser();
        await _app.Service.Stop();
        using var answer = await browser.GetAsync("/api/certification/x");

        Assert.Equal("SERVICE_AWAY", await answer.Code());
        Assert.Contains("Repeat the call", (await answer.Json())["detail"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange((int)answer.StatusCode, 502, 504);
    }

    [Fact]
    public async Task While_Identity_is_away_people_are_told_to_come_back_and_not_signed_out()
    {
        using var browser = await _app.Browser();
        await _app.Identity.Stop();
        using var answer = await browser.GetAsync("/api/certification/x");
        using var open = await browser.GetAsync("/verify/S1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("SERVICE_AWAY", await answer.Code());
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_flood_from_one_account_gets_429_with_the_time_to_wait()
    {
        await using var strict = _app.Build(new Dictionary<string, string> { ["Limits:Account:Burst"] = "5", ["Limits:Account:PerMinute"] = "60" });
        strict.StartServer();
        using var browser = _app.Client(strict);
        browser.DefaultRequestHeaders.Add("X-Mamis-Request", "1");
        using var signIn = await browser.PostAsJsonAsync("/session", new { login = "physician", password = "right" });
        browser.DefaultRequestHeaders.Add("Cookie", signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.GetAsync("/api/certification/x")));
        var refused = Assert.IsType<HttpResponseMessage>(answers.FirstOrDefault(it => it.StatusCode == HttpStatusCode.TooManyRequests));

        Assert.Equal("TOO_MANY_REQUESTS", await refused.Code());
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("/api/identity/recoveries")]
    [InlineData("/api/identity/registrations")]
    [InlineData("/api/certification/paper-checks")]
    public async Task What_anybody_may_ask_and_costs_much_is_asked_rarely_and_holds_nothing_else_up(string address)
    {
        await using var strict = _app.Build(new Dictionary<string, string> { ["Limits:CostlyPerAddress:Burst"] = "3", ["Limits:CostlyPerAddress:PerMinute"] = "60" });
        strict.StartServer();
        using var anybody = _app.Client(strict);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => anybody.PostAsJsonAsync(address, new { })));
        using var other = await anybody.GetAsync("/verify/S1");

        Assert.InRange(answers.Count(it => it.StatusCode == HttpStatusCode.OK), 3, 9);
        Assert.Contains(answers, it => it.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up_in_time()
    {
        await using var hasty = _app.Build(new Dictionary<string, string>
        {
            ["ReverseProxy:Routes:trainings:Timeout"] = "00:00:00.3",
            ["ReverseProxy:Routes:trainings:Transforms:1:PathSet"] = "/hang",
        });
        hasty.StartServer();
        using var client = _app.Client(hasty);
        using var answer = await client.GetAsync("/api/training-credits/trainings");

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal("SERVICE_AWAY", await answer.Code());
    }
}
