using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class PostcardTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Another_postcard_ends_the_one_before_and_who_is_signed_in_by_it()
    {
        using var jma = (await app.Staff("jma")).Client;
        var (id, login, password) = await Posted(jma);
        var session = await app.LogIn(login, password);
        using var answer = await jma.PostAsJsonAsync($"/physicians/{id}/postcard", new { postalCode = "1000001", address = "架空都見本区" });
        var card = (await answer.Content.ReadAsStringAsync()).Split("\r\n")[1].Split(',');

        Assert.False(await app.Holds(session));
        Assert.Equal("LOGIN_FAILED", await Refused(login, password));
        await app.LogIn(card[4], card[5]);
    }

    [Fact]
    public async Task A_returned_postcard_opens_nothing_waits_on_the_list_and_goes_to_another_address_only()
    {
        using var county = (await app.Staff("county-13-001")).Client;
        using var jma = (await app.Staff("jma")).Client;
        var (id, login, password) = await Posted(jma);
        using var returned = await county.PostAsJsonAsync($"/physicians/{id}/postcard-return", new { on = "2026-11-22" });
        var listed = await Listed(county, id);
        using var batch = await county.PostAsJsonAsync("/postcard-batches", new { });
        using var same = await county.PostAsJsonAsync($"/physicians/{id}/postcard", new { postalCode = "100-0001", address = "架空都見本区" });
        using var poor = await county.PostAsJsonAsync($"/physicians/{id}/postcard", new { postalCode = "1", address = "=1" });

        Assert.Equal(HttpStatusCode.NoContent, returned.StatusCode);
        Assert.Equal("LOGIN_FAILED", await Refused(login, password));
        Assert.Equal(("2026-11-22", null), (listed["postcardReturnedOn"]?.GetValue<string>(), listed["postcardUntil"]));
        Assert.DoesNotContain(login[..4], await batch.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "POSTCARD_ADDRESS_SAME"), await same.Problem());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "POSTAL_CODE_INVALID ADDRESS_INVALID"), await poor.Problem());

        using var moved = await county.PostAsJsonAsync($"/physicians/{id}/postcard", new { postalCode = "100-0002", address = "架空都別区1" });
        Assert.Contains("架空都別区1", await moved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await Listed(county, id))["postcardReturnedOn"]);
    }

    [Theory]
    [InlineData("county-13-001", true)]
    [InlineData("prefecture-13", true)]
    [InlineData("prefecture-27", false)]
    [InlineData("county-27-001", false)]
    public async Task Only_staff_whose_association_reaches_the_physician_see_and_change_the_postcard_D4(string login, bool reaches)
    {
        using var jma = (await app.Staff("jma")).Client;
        using var staff = (await app.Staff(login)).Client;
        var (id, _, _) = await Posted(jma);
        var statuses = new List<HttpStatusCode>();

        foreach (var (what, body) in new (string, object)[] { ("postcard-return", new { on = "2026-11-22" }), ("postcard", new { postalCode = "100-0002", address = "架空都別区1" }) })
        {
            using var answer = await staff.PostAsJsonAsync($"/physicians/{id}/{what}", body);
            statuses.Add(answer.StatusCode);
        }

        using var list = await staff.GetAsync(new Uri("/unregistered?association=13-001", UriKind.Relative));
        using var file = await staff.GetAsync(new Uri("/unregistered.csv?association=13-001", UriKind.Relative));

        Assert.All(statuses, it => Assert.Equal(reaches, it != HttpStatusCode.NotFound));
        Assert.Equal((reaches, reaches), (list.IsSuccessStatusCode, file.IsSuccessStatusCode));
    }

    [Fact]
    public async Task The_table_of_the_unregistered_holds_no_formula_and_the_looks_are_noted()
    {
        using var jma = (await app.Staff("jma")).Client;
        var (id, _, _) = await Posted(jma);
        await using (var connection = await app.Source.OpenConnectionAsync())
        {
            // As an old row may hold it; an import refuses such text.
            await Dapper.SqlMapper.ExecuteAsync(connection, "update person set address = '=HYPERLINK(1)', family_name = '＋架空' where physician_id = @id", new { id });
        }

        var file = await jma.GetStringAsync(new Uri("/unregistered.csv?association=13-001", UriKind.Relative));
        await using var after = await app.Source.OpenConnectionAsync();
        var looks = await Dapper.SqlMapper.QuerySingleAsync<int>(
            after, "select count(*)::int from person_access where physician_id = @id and what = 'unregistered'", new { id });

        Assert.StartsWith("licenceNumber,name,", file, StringComparison.Ordinal);
        Assert.Contains(",'=HYPERLINK(1),", file, StringComparison.Ordinal);
        Assert.Contains(",'＋架空 ", file, StringComparison.Ordinal);
        Assert.Equal(1, looks);
    }

    [Fact]
    public async Task Who_is_active_is_not_on_the_list_and_an_unknown_association_is_named()
    {
        using var jma = (await app.Staff("jma")).Client;
        var (active, _, _, _) = await app.Newcomer();
        using var unknown = await jma.GetAsync(new Uri("/unregistered?association=x", UriKind.Relative));

        Assert.DoesNotContain($"{active}", await Pages(jma, "JMA"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ASSOCIATION_UNKNOWN"), await unknown.Problem());
    }

    private static async Task<JsonNode> Listed(HttpClient staff, Guid id) =>
        ((await staff.GetFromJsonAsync<JsonNode>("/unregistered?association=13-001"))?["physicians"]?.AsArray() ?? [])
        .OfType<JsonNode>().Single(it => it["physicianId"]?.GetValue<Guid>() == id);

    private static async Task<string> Pages(HttpClient staff, string association)
    {
        var (all, cursor) = (string.Empty, string.Empty);

        do
        {
            var page = await staff.GetFromJsonAsync<JsonNode>($"/unregistered?association={association}{cursor}");
            all += $"{page?["physicians"]}";
            cursor = page?["cursor"] is { } next ? $"&cursor={next}" : string.Empty;
        }
        while (cursor.Length > 0);

        return all;
    }

    private async Task<string> Refused(string login, string password)
    {
        using var service = await app.AsService();
        using var answer = await service.PostAsJsonAsync("/internal/sessions", new { login, password });
        return (await answer.Problem()).Codes;
    }

    private static async Task<(Guid Physician, string Login, string Password)> Posted(HttpClient jma)
    {
        var number = ImportRows.NewNumber();
        var report = await jma.Import(ImportRows.File(ImportRows.Member(number)));
        using var batch = await jma.PostAsJsonAsync("/postcard-batches", new { association = "13-001" });
        var card = (await batch.Content.ReadAsStringAsync()).Split("\r\n").Select(it => it.Split(',')).Single(it => it[0] == number);

        return (report["results"]?[0]?["physicianId"]?.GetValue<Guid>() ?? Guid.Empty, card[4], card[5]);
    }
}
