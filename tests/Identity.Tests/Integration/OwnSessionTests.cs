using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class OwnSessionTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_person_sees_the_own_sessions_when_they_began_and_how_and_which_one_asks()
    {
        var (client, session) = await app.Staff("county-13-001");
        using var county = client;
        app.Advance(TimeSpan.FromMinutes(5));
        using var later = app.As(await app.TokenOf(session));
        var item = Assert.Single(await List(later));

        Assert.Equal(("password-and-code", true), (item["means"].Text(), item["current"]?.GetValue<bool>()));
        Assert.Equal(TimeSpan.FromMinutes(6), At(item, "seenAt") - At(item, "beganAt"));
    }

    [Fact]
    public async Task One_that_is_not_recognised_is_ended_and_the_own_goes_on()
    {
        var (here, there) = (await Physician("demo-member"), await Physician("demo-member"));
        using var client = app.As(await app.TokenOf(here));
        using var other = app.As(await app.TokenOf(there));
        var id = (await List(other)).Single(it => it["current"]?.GetValue<bool>() is true)["id"].Text();
        using var answer = await client.DeleteAsync(new Uri($"/sessions/{id}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NoContent, true, false, false), (answer.StatusCode, await Holds(here), await Holds(there), await Alive(id)));
    }

    [Fact]
    public async Task All_others_end_together_also_one_that_waits_for_its_second_factor()
    {
        var waiting = await app.LogIn("prefecture-13", app.Demo("logins", "login", "prefecture-13")["password"].Text());
        var (client, session) = await app.Staff("prefecture-13");
        using var prefecture = client;
        using var answer = await prefecture.DeleteAsync(new Uri("/sessions/others", UriKind.Relative));
        using var service = await app.AsService();
        using var gone = await service.GetAsync(new Uri($"/internal/sessions/{waiting}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, true), (answer.StatusCode, gone.StatusCode, await Holds(session)));
    }

    [Fact]
    public async Task Nobody_sees_or_ends_a_stranger_s()
    {
        var stranger = await Physician("demo-nonmember");
        using var other = app.As(await app.TokenOf(stranger));
        var id = (await List(other))[0]["id"].Text();
        using var client = app.As(await app.TokenOf(await Physician("demo-member")));
        using var answer = await client.DeleteAsync(new Uri($"/sessions/{id}", UriKind.Relative));

        Assert.DoesNotContain(await List(client), it => it["id"].Text() == id);
        Assert.True(await Holds(stranger));
    }

    private static async Task<IReadOnlyList<JsonNode>> List(HttpClient client) =>
        [.. ((await client.GetFromJsonAsync<JsonNode>("/sessions"))?["sessions"]?.AsArray() ?? []).OfType<JsonNode>()];

    private static DateTimeOffset At(JsonNode item, string field) => item[field]?.GetValue<DateTimeOffset>() ?? default;

    private Task<string> Physician(string login) => app.LogIn(login, app.Demo("logins", "login", login)["password"].Text());

    private async Task<bool> Holds(string session)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsync(new Uri($"/internal/sessions/{session}/token", UriKind.Relative), null);
        return answer.IsSuccessStatusCode;
    }

    private async Task<bool> Alive(string sid)
    {
        using var service = await app.AsService();
        using var answer = await service.GetAsync(new Uri($"/internal/sessions/{sid}/alive", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }
}
