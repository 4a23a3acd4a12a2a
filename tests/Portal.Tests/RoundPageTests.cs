using System.Net;
using System.Text.Json.Nodes;
using Mamis.Portal.Dates;

namespace Mamis.Portal.Tests;

/// <summary>Intake rounds: the calendar of an association, the own deadline of an applicant, what a desk must hand on first.</summary>
public sealed class RoundPageTests : IAsyncLifetime
{
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_calendar_shows_every_round_days_off_and_what_does_not_hold_any_more()
    {
        using var browser = _app.Browser("county-staff", "13-001");
        var page = await Read(browser, "/desk/rounds?fiscalYear=2026");

        Assert.Contains(Rounds.Address, page, StringComparison.Ordinal);
        Assert.Contains("/desk/rounds.csv?fiscalYear=2026", page, StringComparison.Ordinal);
        Assert.All(["rounds.withdrawn", "rounds.cut-short", "rounds.not-set", "day-off.public-holiday"], it => Assert.Contains(Words.Say(it), page, StringComparison.Ordinal));
        Assert.DoesNotContain(Words.Say("rounds.plan-button"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_association_sets_its_days_as_people_write_them_and_hears_of_a_sunday()
    {
        _app.Gateway.Lay($"POST /api/certification/intake-rounds/{Rounds.RoundId}/windows", "{}");
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Rounds.Address, "days", new() { ["opens"] = "", ["closes"] = "令和8年12月6日" });
        var page = await Read(browser, $"{Rounds.Address}?done=true");

        Assert.Equal($"{Rounds.Address}?done=true", answer.Headers.Location?.OriginalString);
        Assert.Equal("""{"opens":null,"closes":"2026-12-06"}""", Sent("/windows"));
        Assert.Contains(Words.Say("rounds.closes-off", Words.Term("day-off", "sunday")), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_after_the_desk_behind_stands_at_its_field_as_it_was_typed()
    {
        _app.Gateway.LayProblem($"POST /api/certification/intake-rounds/{Rounds.RoundId}/windows", 422, ("CLOSES_AFTER_DESK_BEHIND", "closes"));
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Rounds.Address, "days", new() { ["closes"] = "2026-12-31" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#closes\">" + Words.Explain("CLOSES_AFTER_DESK_BEHIND"), page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-12-31\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JMA_plans_moves_and_withdraws_rounds()
    {
        _app.Gateway.Lay("POST /api/certification/intake-rounds", $$"""{"id":"{{Rounds.RoundId}}","dayOff":null}""");
        _app.Gateway.Lay($"POST /api/certification/intake-rounds/{Rounds.RoundId}/withdrawal", "", 204);
        using var browser = _app.Browser("jma-staff", "JMA");
        using var planned = await PortalApp.Submit(browser, "/desk/rounds", "plan", new() { ["scheme"] = "sports", ["fiscalYear"] = "２０２６", ["round"] = "5", ["closes"] = "2027-01-04" });
        var plan = Sent("/intake-rounds");
        using var moved = await PortalApp.Submit(browser, Rounds.Address, "days", new() { ["closes"] = "2027-01-05" });
        using var withdrawn = await PortalApp.Submit(browser, Rounds.Address, "withdraw", []);
        using var empty = await PortalApp.Submit(browser, "/desk/rounds", "plan", []);

        Assert.All([planned, moved, withdrawn], it => Assert.Equal($"{Rounds.Address}?done=true", it.Headers.Location?.OriginalString));
        Assert.Equal("""{"scheme":"sports","fiscalYear":2026,"round":5,"closes":"2027-01-04"}""", plan);
        Assert.Equal("""{"scheme":"occupational","fiscalYear":2026,"round":5,"closes":"2027-01-05"}""", Sent("/intake-rounds"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Fact]
    public async Task A_file_with_a_bad_row_is_not_stored_and_says_why()
    {
        _app.Gateway.Lay("POST /api/certification/intake-rounds/imports", Rounds.Refused);
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, "/desk/rounds/import", "import", new() { ["how"] = "store" }, ("list", "scheme"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains(Words.Say("rounds.import-refused-text"), page, StringComparison.Ordinal);
        Assert.Contains($"closes: {Words.Explain("CLOSES_AFTER_DESK_BEHIND")}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_applicant_sees_the_own_round_and_that_a_late_correction_goes_with_the_next()
    {
        using var browser = _app.Browser("physician");
        var page = await Read(browser, $"/applications/{Examples.ApplicationId}");

        Assert.Contains(Words.Say("intake.of", 2026, 4), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("intake.late", JapaneseDate.Show(new(2026, 12, 6))), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("intake.day-off", Words.Term("day-off", "sunday")), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_says_what_is_late_and_what_must_go_first()
    {
        var queue = JsonNode.Parse(Examples.Queue) ?? throw new InvalidOperationException("No queue.");
        (queue["overdue"], queue["soon"]) = (1, 2);
        _app.Gateway.Lay("GET /api/certification/applications/queue", With(queue, "2026-11-20", -3));
        using var browser = _app.Browser("county-staff", "13-001");
        var late = await Read(browser, "/desk/queue?due=overdue");
        _app.Gateway.Lay("GET /api/certification/applications/queue", With(queue, "2026-12-10", 17));
        var early = await Read(browser, "/desk/queue");

        Assert.Contains($"<span class=\"tag bad\">{Words.Say("queue.overdue", 3)}", late, StringComparison.Ordinal);
        Assert.Contains(Words.Say("queue.due-soon", 2), late, StringComparison.Ordinal);
        Assert.Contains($"<span class=\"tag plain\">{Words.Say("queue.left", 17)}", early, StringComparison.Ordinal);
    }

    private static string With(JsonNode queue, string forwardBy, int daysLeft)
    {
        (queue["applications"]?[0] ?? throw new InvalidOperationException("Nobody waits."))["intake"] =
            new JsonObject { ["fiscalYear"] = 2026, ["number"] = 5, ["forwardBy"] = forwardBy, ["daysLeft"] = daysLeft };

        return queue.ToJsonString();
    }

    private static async Task<string> Read(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));

    private string Sent(string end) =>
        _app.Gateway.Calls.Last(it => it.Call.StartsWith("POST", StringComparison.Ordinal) && it.Call.EndsWith(end, StringComparison.Ordinal)).Body;
}
