using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Mamis.Identity.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class SessionTests : IClassFixture<IdentityApp>
{
    private readonly IdentityApp _app;

    public SessionTests(IdentityApp app) => _app = app;

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task Staff_are_out_after_30_minutes_without_a_request(int minutes, bool holds)
    {
        var (client, session) = await _app.Staff("prefecture-13");
        client.Dispose();
        _app.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(holds, await Holds(session));
    }

    [Fact]
    public async Task Staff_who_keep_working_are_out_after_12_hours()
    {
        var (client, session) = await _app.Staff("organizer");
        client.Dispose();

        for (var minutes = 0; minutes < (12 * 60) - 20; minutes += 20)
        {
            _app.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await Holds(session));
        }

        _app.Advance(TimeSpan.FromMinutes(21));
        Assert.False(await Holds(session));
    }

    [Fact]
    public async Task Looking_at_a_session_does_not_prolong_it()
    {
        var (client, session) = await _app.Staff("scheduler");
        client.Dispose();
        _app.Advance(TimeSpan.FromMinutes(20));
        using (var service = await _app.AsService())
        {
            var state = await service.GetFromJsonAsync<JsonNode>($"/internal/sessions/{session}");
            Assert.Equal(("scheduler", "scheduler"), (state?["login"].Text(), state?["role"].Text()));
        }

        _app.Advance(TimeSpan.FromMinutes(11));
        Assert.False(await Holds(session));
    }

    [Fact]
    public async Task An_ended_session_and_its_tokens_are_over_at_once()
    {
        var demo = _app.Demo("logins", "login", "demo-member");
        var session = await _app.LogIn("demo-member", demo["password"].Text());
        var sid = new JsonWebTokenHandler().ReadJsonWebToken(await _app.TokenOf(session)).GetClaim("sid").Value;
        using var service = await _app.AsService();
        Assert.Equal(HttpStatusCode.OK, await Alive(service, sid));

        using var ended = await service.DeleteAsync(new Uri($"/internal/sessions/{session}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, await Alive(service, sid));
        Assert.False(await Holds(session));
    }

    [Fact]
    public async Task The_database_does_not_hold_what_opens_a_session()
    {
        var session = await _app.LogIn("demo-nonmember", _app.Demo("logins", "login", "demo-nonmember")["password"].Text());
        await using var connection = await _app.Source.OpenConnectionAsync();

        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(
            "select count(*) from credentials.session s where s::text like '%' || @session || '%'", new { session }));
    }

    private static async Task<HttpStatusCode> Alive(HttpClient service, string sid)
    {
        using var answer = await service.GetAsync(new Uri($"/internal/sessions/{sid}/alive", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<bool> Holds(string session)
    {
        using var service = await _app.AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/sessions/{session}/token", UriKind.Relative), null);
        return answer.IsSuccessStatusCode;
    }
}
