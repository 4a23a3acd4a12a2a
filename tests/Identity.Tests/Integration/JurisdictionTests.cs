using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class JurisdictionTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Theory]
    [InlineData("jma", true, true)]
    [InlineData("prefecture-13", true, true)]
    [InlineData("prefecture-27", false, false)]
    [InlineData("county-13-001", true, false)]
    [InlineData("county-27-001", false, false)]
    public async Task Staff_reach_whom_their_association_reaches_D4(string login, bool member, bool nonMember)
    {
        var (client, _) = await app.Staff(login);
        using var staff = client;
        var found = await Found(staff, text: null);

        Assert.Equal((member, nonMember), (found.Contains("900001"), found.Contains("900002")));
        Assert.Equal((member, nonMember), (await Sees(staff, "demo-member"), await Sees(staff, "demo-nonmember")));
        Assert.Equal((member, nonMember), (await Moves(staff, "demo-member"), await Moves(staff, "demo-nonmember")));
    }

    [Fact]
    public async Task A_physician_sees_only_himself()
    {
        using var member = app.As(await app.TokenOf(await app.LogIn("demo-member", app.Demo("logins", "login", "demo-member")["password"].Text())));

        Assert.True(await Sees(member, "demo-member"));
        Assert.False(await Sees(member, "demo-nonmember"));
        using var search = await member.PostAsJsonAsync("/physicians/search", new { });
        Assert.Equal(HttpStatusCode.Forbidden, search.StatusCode);
    }

    [Theory]
    [InlineData("9000", "900001")]
    [InlineData("見本", "900001")]
    [InlineData("みほん", "900001")]
    [InlineData("ﾐﾎﾝﾀﾞ ｱ", "900001")]
    [InlineData("%", null)]
    [InlineData("_", null)]
    public async Task A_search_finds_by_the_beginning_of_number_name_or_reading(string text, string? number)
    {
        var (client, _) = await app.Staff("county-13-001");
        using var staff = client;

        Assert.Equal(number, (await Found(staff, text)).SingleOrDefault());
    }

    [Fact]
    public async Task Postcards_are_made_out_at_or_below_one_s_own_association()
    {
        var (client, _) = await app.Staff("county-13-001");
        using var county = client;

        foreach (var (association, status) in new[] { ("13-001", 200), ("13-002", 403), ("13", 403), ("JMA", 403), ("nowhere", 422) })
        {
            using var answer = await county.PostAsJsonAsync("/postcard-batches", new { association });
            Assert.Equal((association, status), (association, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task Other_services_get_people_by_id_and_nobody_else_does()
    {
        var ids = new[] { IdOf("demo-member"), Guid.CreateVersion7() };
        using var service = await app.AsService();
        using var answer = await service.PostAsJsonAsync("/internal/people", new { ids });
        var person = Assert.Single((await answer.Json()).AsArray());

        Assert.Equal(("900001", "ミホンダ", "1975-04-12"), (person?["licenceNumber"].Text(), person?["familyNameKana"].Text(), person?["birthDate"].Text()));
        var (jma, _) = await app.Staff("jma");
        using var staff = jma;
        using var refused = await staff.PostAsJsonAsync("/internal/people", new { ids });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var many = await service.PostAsJsonAsync("/internal/people", new { ids = Enumerable.Repeat(Guid.Empty, 1_001) });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "TOO_MANY_IDS"), await many.Problem());
    }

    [Fact]
    public async Task Other_services_get_the_confirmed_addresses_of_staff_in_the_roles_they_ask_for_and_nobody_else_does()
    {
        var (county, _) = await app.Staff("county-13-001");
        using var staff = county;
        var question = new { associations = new[] { "13-001" }, roles = new[] { "county-staff" } };
        using var service = await app.AsService();
        using var before = await service.PostAsJsonAsync("/internal/staff-addresses", question);
        await Write(isConfirmed: false);
        using var unconfirmed = await service.PostAsJsonAsync("/internal/staff-addresses", question);
        var id = await Write(isConfirmed: true);
        using var confirmed = await service.PostAsJsonAsync("/internal/staff-addresses", question);
        using var otherRole = await service.PostAsJsonAsync("/internal/staff-addresses", question with { roles = ["organizer"] });
        using var refused = await staff.PostAsJsonAsync("/internal/staff-addresses", question);

        Assert.Empty((await before.Json()).AsArray());
        Assert.Empty((await unconfirmed.Json()).AsArray());
        Assert.Equal(($"{id}", "desk@example.invalid"), Assert.Single((await confirmed.Json()).AsArray()) is { } it ? (it["staffId"].Text(), it["email"].Text()) : default);
        Assert.Empty((await otherRole.Json()).AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Whom_another_service_shows_to_staff_the_physician_can_see_who_looked_D4()
    {
        var reader = new { staffId = Guid.CreateVersion7(), role = "jma-staff", association = "JMA", what = "preview" };
        using var service = await app.AsService();
        using var answer = await service.PostAsJsonAsync("/internal/people", new { ids = new[] { IdOf("demo-member") }, reader });
        using var me = app.As(await app.TokenOf(await app.LogIn("demo-member", app.Demo("logins", "login", "demo-member")["password"].Text())));
        var looks = (await me.GetFromJsonAsync<JsonNode>("/physicians/me/accesses"))?["accesses"]?.AsArray() ?? [];

        Assert.Equal(["preview jma-staff JMA"], looks.Where(it => it?["staffId"].Text() == $"{reader.staffId}").Select(it => $"{it?["what"]} {it?["role"]} {it?["association"]}"));
    }

    private Task<Guid> Write(bool isConfirmed) => app.Source.Find<Guid>(
        "update credentials.login set email = 'desk@example.invalid', email_confirmed = @isConfirmed where user_name = 'county-13-001' returning id",
        new { isConfirmed },
        CancellationToken.None);

    private Guid IdOf(string login) => Guid.Parse(app.Demo("logins", "login", login)["physicianId"].Text());

    private static async Task<IReadOnlyList<string?>> Found(HttpClient staff, string? text)
    {
        using var answer = await staff.PostAsJsonAsync("/physicians/search", new { text });
        return [.. ((await answer.Json())["physicians"]?.AsArray() ?? []).Select(it => it?["licenceNumber"].Text())];
    }

    private async Task<bool> Sees(HttpClient client, string login)
    {
        using var answer = await client.GetAsync(new Uri($"/physicians/{IdOf(login)}", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    private async Task<bool> Moves(HttpClient client, string login)
    {
        using var answer = await client.PutAsJsonAsync($"/physicians/{IdOf(login)}/workplace", new { prefecture = "13", name = "架空病院" });
        return answer.IsSuccessStatusCode;
    }
}
