using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

/// <summary>The rules tried on worked cases: as they are, with changes, and with what cannot be read (G7).</summary>
public sealed class SimulatorPageTests : IAsyncLifetime
{
    public const string Address = "/simulator/OCC-R-28";

    public const string List =
        """
        {"cases":[{"id":"OCC-N-01","title":"Exactly 50 units, member","certification":"occupational","application":"new"},
          {"id":"OCC-R-28","title":"19 units","certification":"occupational","application":"renewal"}]}
        """;

    /// <summary>Everything a case can have.</summary>
    public const string Worked =
        """
        {"id":"OCC-R-28","title":"19 units","certification":"occupational","application":"renewal","asOf":"2026-02-10",
         "applicant":{"member":true,"myPage":"completed","completion":{"type":"uoeh-intensive","date":"2025-08-06","proofUploaded":true}},
         "certificate":{"validFrom":"2021-06-01","validTo":"2026-05-31"},
         "credits":[{"date":"2023-10-15","category":"life-update","units":1,"source":"paper","trainingId":"RU"},
          {"date":"2025-09-07","category":"life-special","units":18,"source":"mamis","trainingId":"RS","mode":"web","attendance":"partial"}]}
        """;

    public const string Answer =
        """{"eligible":false,"reasons":["OCC_RENEWAL_TOTAL_SHORT"],"flags":["PAPER_ORIGINAL_REQUIRED"],"counted":{"total":19,"update":1,"field":0,"special":18}}""";

    private const string Call = "POST /api/certification/simulations";
    private const string Same = $"{Address}?changed=true&asOf=2026-02-10&certificate.validFrom=2021-06-01&certificate.validTo=2026-05-31&applicant.member=true"
        + "&applicant.completion.date=2025-08-06&credits[0].date=2023-10-15&credits[0].units=1&credits[1].date=2025-09-07&credits[1].units=18";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("physician")]
    [InlineData("auditor")]
    public async Task The_cases_stand_in_groups_under_titles_in_the_reader_s_words(string role)
    {
        var (_, page) = await Read("/simulator", role);

        Assert.Contains(Words.Say("simulator.group", "認定産業医", "更新申請"), page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Address}\">{Words.Say("case.OCC-R-28")}</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_judged_as_it_is_before_anything_is_changed()
    {
        var (status, page) = await Read(Address);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Worked), Sent()));
        Assert.All(
            [Words.Explain("OCC_RENEWAL_TOTAL_SHORT"), Words.Say("simulator.result", "2026年2月10日(令和8年)"), Words.Term("completion", "uoeh-intensive"), Words.Term("attendance", "partial")],
            it => Assert.Contains(it, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_changed_left_out_and_added_is_judged_instead()
    {
        var changed = Same.Replace("asOf=2026-02-10", "asOf=令和8年3月1日", StringComparison.Ordinal).Replace("credits[1].units=18", "credits[1].units=１９", StringComparison.Ordinal)
            + "&credits[0].out=true&applicant.licenseImage=true&credits[2].date=2026-01-15&credits[2].category=life-field&credits[2].units=2&credits[2].source=mamis&credits[2].mode=onsite";
        await Read(changed);
        var sent = Sent();

        Assert.Equal(("2026-03-01", "none", true), ((string?)sent["asOf"], (string?)sent["applicant"]?["myPage"], (bool?)sent["applicant"]?["licenseImage"]));
        Assert.Equal(
            """[{"date":"2025-09-07","category":"life-special","units":19,"source":"mamis","trainingId":"RS","mode":"web","attendance":"partial"},{"category":"life-field","item":null,"source":"mamis","mode":"onsite","date":"2026-01-15","units":2,"trainingId":"added"}]""",
            sent["credits"]?.ToJsonString());
    }

    [Theory]
    [InlineData("asOf=2026-02-10", "asOf=2026-02-30", "asOf", "form.date-NoDate")]
    [InlineData("credits[1].units=18", "credits[1].units=0", "credits[1].units", "simulator.units-whole")]
    [InlineData("credits[1].units=18", "credits[1].units=18&credits[2].units=3&credits[2].date=2026-01-01", "credits[2].category", "simulator.category-missing")]
    public async Task What_cannot_be_read_stands_at_its_field_and_nothing_is_judged(string part, string instead, string field, string key)
    {
        var (status, page) = await Read(Same.Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"<a href=\"#{field}\">{Words.Say(key)}</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call == Call);
    }

    [Fact]
    public async Task A_case_that_is_none_is_said_to_be_none()
    {
        _app.Gateway.LayProblem("GET /api/certification/simulations/OCC-N-00", 404, ("WORKED_CASE_UNKNOWN", null));
        var (status, page) = await Read("/simulator/OCC-N-00");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(Words.Explain("WORKED_CASE_UNKNOWN"), page, StringComparison.Ordinal);
    }

    private JsonNode Sent() => JsonNode.Parse(_app.Gateway.Calls.Last(it => it.Call == Call).Body) ?? new JsonObject();

    private async Task<(HttpStatusCode Status, string Page)> Read(string address, string role = "physician")
    {
        using var browser = _app.Browser(role);
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));

        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
