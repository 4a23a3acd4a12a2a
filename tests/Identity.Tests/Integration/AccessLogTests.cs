using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class AccessLogTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_physician_sees_who_of_the_staff_looked_when_and_at_what_D4()
    {
        var (client, _) = await app.Staff("county-13-001");
        using var county = client;
        using var page = await county.GetAsync(new Uri($"/physicians/{IdOf("demo-member")}", UriKind.Relative));
        using var search = await county.PostAsJsonAsync("/physicians/search", new { text = "900001" });
        using var workplace = await county.PutAsJsonAsync($"/physicians/{IdOf("demo-member")}/workplace", new { prefecture = "13", name = "架空病院" });
        using var me = await Physician("demo-member");
        var looks = await Looks(me);

        Assert.Equal(["record", "search", "workplace"], looks.Select(it => it["what"].Text()).Order(StringComparer.Ordinal));
        Assert.All(looks, it => Assert.Equal(("county-staff", "13-001"), (it["role"].Text(), it["association"].Text())));
    }

    [Fact]
    public async Task The_own_look_and_a_look_that_was_refused_leave_no_trace()
    {
        using var me = await Physician("demo-nonmember");
        using var own = await me.GetAsync(new Uri("/physicians/me", UriKind.Relative));
        var (client, _) = await app.Staff("county-27-001");
        using var foreign = client;
        using var refused = await foreign.GetAsync(new Uri($"/physicians/{IdOf("demo-nonmember")}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, refused.StatusCode));
        Assert.Empty(await Looks(me));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        using var other = await Physician("demo-nonmember");
        using var answer = await other.GetAsync(new Uri($"/physicians/{IdOf("demo-member")}/accesses", UriKind.Relative));
        var (client, _) = await app.Staff("jma");
        using var jma = client;
        using var staff = await jma.GetAsync(new Uri($"/physicians/{IdOf("demo-member")}/accesses", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (answer.StatusCode, staff.StatusCode));
    }

    private static async Task<IReadOnlyList<JsonNode>> Looks(HttpClient physician) =>
        [.. ((await physician.GetFromJsonAsync<JsonNode>("/physicians/me/accesses"))?["accesses"]?.AsArray() ?? []).OfType<JsonNode>()];

    private Guid IdOf(string login) => Guid.Parse(app.Demo("logins", "login", login)["physicianId"].Text());

    private async Task<HttpClient> Physician(string login) =>
        app.As(await app.TokenOf(await app.LogIn(login, app.Demo("logins", "login", login)["password"].Text())));
}
