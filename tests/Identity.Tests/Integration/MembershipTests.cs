using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class MembershipTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Day = "2026-04-01";

    [Fact]
    public async Task Tier_after_tier_takes_a_physician_in_and_the_history_says_who_did()
    {
        var physician = Guid.Parse(app.Demo("logins", "login", "demo-nonmember")["physicianId"].Text());

        Assert.Equal((HttpStatusCode.Conflict, "COUNTY_MEMBERSHIP_FIRST"), await Join("prefecture-13"));
        Assert.Equal((HttpStatusCode.OK, null), await Join("county-13-001"));
        Assert.Equal((HttpStatusCode.Conflict, "PREFECTURE_MEMBERSHIP_FIRST"), await Join("jma"));
        Assert.Equal((HttpStatusCode.OK, null), await Join("prefecture-13"));
        Assert.Equal((HttpStatusCode.OK, null), await Join("jma"));
        Assert.Equal(HttpStatusCode.NoContent, await Leave("prefecture-13", physician));
        Assert.Equal(HttpStatusCode.NotFound, await Leave("county-27-001", physician));

        using var me = app.As(await app.TokenOf(await app.LogIn("demo-nonmember", app.Demo("logins", "login", "demo-nonmember")["password"].Text())));
        var steps = ((await me.GetFromJsonAsync<JsonNode>("/physicians/me/standings"))?["steps"]?.AsArray() ?? []).OfType<JsonNode>().ToList();

        Assert.Equal(
            [("left", "13"), ("joined", "JMA"), ("joined", "13"), ("joined", "13-001")],
            steps[..4].Select(it => (it["change"].Text(), it["association"].Text())));
        Assert.Equal(Day, steps[0]["since"].Text());
        Assert.Equal(("13-001", null, false), (steps[0]["standing"]?["county"].Text(), steps[0]["standing"]?["prefecture"]?.Text(), steps[0]["standing"]?["jma"]?.GetValue<bool>()));
    }

    [Theory]
    [InlineData("900001", "1975-04-13")]
    [InlineData("999999", "1975-04-12")]
    [InlineData("no number", "1975-04-12")]
    public async Task Number_and_birth_date_have_to_be_those_of_one_physician(string licenceNumber, string birthDate)
    {
        var (client, _) = await app.Staff("county-27-001");
        using var staff = client;
        using var answer = await staff.PostAsJsonAsync("/memberships", new { licenceNumber, birthDate, since = Day });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PHYSICIAN_NOT_CONFIRMED"), await answer.Problem());
    }

    [Fact]
    public async Task The_history_is_open_to_the_physician_and_to_whom_the_physician_belongs()
    {
        var member = Guid.Parse(app.Demo("logins", "login", "demo-member")["physicianId"].Text());

        foreach (var (login, status) in new[] { ("county-13-001", HttpStatusCode.OK), ("county-27-001", HttpStatusCode.NotFound) })
        {
            var (client, _) = await app.Staff(login);
            using var staff = client;
            using var answer = await staff.GetAsync(new Uri($"/physicians/{member}/standings", UriKind.Relative));
            Assert.Equal((login, status), (login, answer.StatusCode));
        }
    }

    private async Task<(HttpStatusCode Status, string? Code)> Join(string login)
    {
        var (client, _) = await app.Staff(login);
        using var staff = client;
        using var answer = await staff.PostAsJsonAsync("/memberships", new { licenceNumber = "９０００02", birthDate = await BirthDate(), since = Day });
        return answer.IsSuccessStatusCode ? (answer.StatusCode, null) : await answer.Problem();
    }

    private async Task<HttpStatusCode> Leave(string login, Guid physician)
    {
        var (client, _) = await app.Staff(login);
        using var staff = client;
        using var answer = await staff.PostAsJsonAsync($"/physicians/{physician}/leaving", new { since = Day });
        return answer.StatusCode;
    }

    private async Task<string?> BirthDate()
    {
        var (client, _) = await app.Staff("jma");
        using var jma = client;
        var physician = app.Demo("logins", "login", "demo-nonmember")["physicianId"].Text();
        return (await jma.GetFromJsonAsync<JsonNode>($"/physicians/{physician}"))?["birthDate"].Text();
    }
}
