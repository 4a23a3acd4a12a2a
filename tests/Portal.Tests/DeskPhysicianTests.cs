using System.Net;
using System.Text.RegularExpressions;

namespace Mamis.Portal.Tests;

public sealed class DeskPhysicianTests : IAsyncLifetime
{
    private const string Record = $"/desk/physicians/{Examples.PhysicianId}";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_search_keeps_the_name_out_of_the_address_and_goes_on_where_it_stopped()
    {
        using var browser = _app.Browser("county-staff", "13-001");
        using var first = await PortalApp.Submit(browser, "/desk/physicians", "search", new() { ["text"] = " 架空 " });
        var page = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync());

        Assert.Equal("""{"text":"架空","cursor":null}""", Unescaped(Sent("POST /api/identity/physicians/search")));
        Assert.Contains($"href=\"{Record}\"", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"cursor\" value=\"{Examples.EntryId}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_shows_standing_history_and_sums()
    {
        using var browser = _app.Browser("county-staff", "13-001");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(Record, UriKind.Relative)));

        Assert.Contains(Words.Term("standing-change", "joined"), page, StringComparison.Ordinal);
        Assert.Contains("架空区医師会", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("person.looked"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("member.leave-open", "架空区医師会"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_association_itself_is_offered_to_end_its_membership()
    {
        using var browser = _app.Browser("prefecture-staff", "27");
        var page = await browser.GetStringAsync(new Uri(Record, UriKind.Relative));

        Assert.DoesNotContain("_handler\" value=\"leave", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_membership_ends_on_a_day_in_any_writing()
    {
        _app.Gateway.Lay($"POST /api/identity/physicians/{Examples.PhysicianId}/leaving", "", 204);
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Record, "leave", new() { ["since"] = "令和8年4月1日" });

        Assert.Equal("""{"since":"2026-04-01"}""", Sent($"POST /api/identity/physicians/{Examples.PhysicianId}/leaving"));
        Assert.Equal("/desk/physicians", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Who_joins_is_named_by_number_and_birth_date_and_what_is_wrong_stands_at_its_field()
    {
        _app.Gateway.LayProblem("POST /api/identity/memberships", 422, ("PHYSICIAN_NOT_CONFIRMED", "licenceNumber"));
        using var browser = _app.Browser("county-staff", "13-001");
        Dictionary<string, string> fields = new() { ["licenceNumber"] = "１２３", ["birthDate"] = "S36.4.2", ["since"] = "2026-04-01" };
        using var refused = await PortalApp.Submit(browser, "/desk/physicians/new-member", "join", fields);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        _app.Gateway.Lay("POST /api/identity/memberships", $$"""{"physicianId":"{{Examples.PhysicianId}}"}""");
        using var done = await PortalApp.Submit(browser, "/desk/physicians/new-member", "join", fields);
        using var empty = await PortalApp.Submit(browser, "/desk/physicians/new-member", "join", []);

        Assert.Contains("<a href=\"#licenceNumber\">" + Words.Explain("PHYSICIAN_NOT_CONFIRMED"), page, StringComparison.Ordinal);
        Assert.Contains("value=\"S36.4.2\"", page, StringComparison.Ordinal);
        Assert.Equal("""{"licenceNumber":"１２３","birthDate":"1961-04-02","since":"2026-04-01"}""", Unescaped(Sent("POST /api/identity/memberships")));
        Assert.Equal($"{Record}?done=joined", done.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Theory]
    [InlineData("physician", "/account/standing", "me")]
    [InlineData("county-staff", Record, Examples.PhysicianId)]
    public async Task A_workplace_is_changed_by_the_physician_and_by_the_desk(string role, string page, string who)
    {
        _app.Gateway.Lay($"PUT /api/identity/physicians/{who}/workplace", "", 204);
        using var browser = _app.Browser(role, "13-001");
        using var answer = await PortalApp.Submit(browser, page, "workplace", new() { ["name"] = "架空病院", ["prefecture"] = "13" });

        Assert.Equal("""{"prefecture":"13","name":"架空病院"}""", Unescaped(Sent($"PUT /api/identity/physicians/{who}/workplace")));
        Assert.Equal($"{page}?done=workplace", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("check", "import.preview")]
    [InlineData("store", "import.stored")]
    public async Task An_import_is_looked_at_before_it_is_stored(string how, string said)
    {
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, "/desk/imports", "import", new() { ["how"] = how }, ("list", "licenceNumber\r\n1\r\n"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains(Words.Say(said, 3), page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("COUNTY_UNKNOWN"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_postcards_comes_as_a_file_and_only_to_the_form_of_the_page()
    {
        _app.Gateway.Lay("POST /api/identity/postcard-batches", "login,password\r\n");
        using var browser = _app.Browser("county-staff", "13-001");
        using var file = await PortalApp.Submit(browser, "/desk/physicians", "", [], "/desk/postcards.csv");
        using var none = new FormUrlEncodedContent([]);
        using var forged = await browser.PostAsync(new Uri("/desk/postcards.csv", UriKind.Relative), none);

        Assert.Equal((HttpStatusCode.OK, "attachment"), (file.StatusCode, file.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private string Sent(string call) => _app.Gateway.Calls.Last(it => it.Call == call).Body;

    private static string Unescaped(string json) => Regex.Unescape(json);
}
