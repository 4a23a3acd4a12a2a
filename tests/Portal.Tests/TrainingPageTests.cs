using System.Net;
using System.Text.Json.Nodes;
using Mamis.Portal.Dates;

namespace Mamis.Portal.Tests;

/// <summary>Trainings on pages: planned, sent back, called off, found.</summary>
public sealed class TrainingPageTests : IAsyncLifetime
{
    private const string Api = "/api/training-credits/trainings";
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("14:05", "14:05")]
    [InlineData("9:00", "09:00")]
    [InlineData("1４時3分", "14:03")]
    [InlineData("9時", "09:00")]
    [InlineData("23:59", "23:59")]
    [InlineData("24:00", null)]
    [InlineData("12:60", null)]
    [InlineData("", null)]
    public void Times_are_read_as_people_write_them(string text, string? time) =>
        Assert.Equal(time, JapaneseTime.Read(text) is { } read ? JapaneseTime.Show(read) : null);

    [Fact]
    public async Task A_training_is_drafted_with_days_and_times_in_any_writing()
    {
        _app.Gateway.Lay($"POST {Api}", $$"""{"id":"{{Examples.DraftId}}","sessions":[]}""", 201);
        using var browser = _app.Browser("organizer", "ORG");
        using var answer = await PortalApp.Submit(browser, "/organizer/trainings/new", "plan", Typed());
        var session = JsonNode.Parse(Sent("POST").Body)?["sessions"]?[0];

        Assert.Equal($"/organizer/trainings/{Examples.DraftId}/plan", answer.Headers.Location?.OriginalString);
        Assert.Equal(("2026-12-01", "09:00", 3), (session?["date"]?.GetValue<string>(), session?["start"]?.GetValue<string>(), session?["units"]?.GetValue<int>()));
        Assert.Null(session?["capacity"]);
    }

    [Fact]
    public async Task A_session_is_added_with_the_day_and_place_of_the_last_and_nothing_is_sent()
    {
        var page = await Shown(Typed(("what", "add")));

        Assert.Contains("name=\"sessions[1].place\" value=\"架空会館\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"sessions[1].title\" value=\"\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call == $"POST {Api}");
    }

    [Fact]
    public async Task A_session_that_is_marked_is_left_out_and_the_rest_moves_up()
    {
        var fields = Typed(("what", "remove"), ("sessions[0].remove", "true"));

        foreach (var (name, value) in Typed().Where(it => it.Key.StartsWith("sessions[0]", StringComparison.Ordinal)).ToArray())
        {
            fields[name.Replace("[0]", "[1]", StringComparison.Ordinal)] = name.EndsWith("title", StringComparison.Ordinal) ? "二番目" : value;
        }

        var page = await Shown(fields);

        Assert.Contains("name=\"sessions[0].title\" value=\"二番目\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sessions[1].title", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_stands_at_its_field_with_what_was_typed()
    {
        using var browser = _app.Browser("organizer", "ORG");
        using var answer = await PortalApp.Submit(
            browser, "/organizer/trainings/new", "plan", Typed(("title", " "), ("sessions[0].date", "令和8年13月1日"), ("sessions[0].end", "8時"), ("sessions[0].units", "x")));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(
            new[] { "title", "sessions[0].date", "sessions[0].end", "sessions[0].units" },
            it => Assert.Contains($"<a href=\"#{it}\">", page, StringComparison.Ordinal));
        Assert.Contains("value=\"令和8年13月1日\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call == $"POST {Api}");
    }

    [Fact]
    public async Task A_draft_is_changed_at_the_version_it_was_read_and_a_conflict_loses_nothing()
    {
        _app.Gateway.LayProblem($"PUT {Api}/{Examples.DraftId}", 412, ("CHANGED_MEANWHILE", "If-Match"));
        using var browser = _app.Browser("organizer", "ORG");
        using var answer = await PortalApp.Submit(browser, $"/organizer/trainings/{Examples.DraftId}/draft", "plan", Typed(("version", "3")));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal("\"3\"", Sent("PUT").Headers.IfMatch.ToString());
        Assert.Contains(Words.Explain("CHANGED_MEANWHILE"), page, StringComparison.Ordinal);
        Assert.Contains("value=\"手入力の題\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_form_holds_all_that_the_draft_says()
    {
        using var browser = _app.Browser("organizer", "ORG");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"/organizer/trainings/{Examples.DraftId}/draft", UriKind.Relative)));

        Assert.Contains("name=\"version\" value=\"4\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"sessions[1].capacity\" value=\"40\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"sessions[1].topic\" value=\"M1\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organizer", "ORG", "/organizer/trainings/{0}/plan", "cancellation", "returned")]
    [InlineData("jma-staff", "JMA", "/desk/trainings/{0}", "return", "approved")]
    [InlineData("prefecture-staff", "13", "/desk/trainings/{0}", "return", "requested")]
    public async Task What_ends_or_stops_a_training_needs_a_reason(string role, string association, string address, string act, string status)
    {
        _app.Gateway.Lay($"GET {Api}/{Examples.DraftId}", Examples.Draft.Replace("returned", status, StringComparison.Ordinal));
        _app.Gateway.Lay($"POST {Api}/{Examples.DraftId}/{act}", "", 204);
        var page = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Examples.DraftId);
        using var browser = _app.Browser(role, association);
        using var silent = await PortalApp.Submit(browser, page, act, []);
        using var answer = await PortalApp.Submit(browser, page, act, new() { ["reason"] = "会場が使えません" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.OriginalString);
        Assert.Equal("会場が使えません", JsonNode.Parse(Sent("POST").Body)?["reason"]?.GetValue<string>());
    }

    [Fact]
    public async Task The_organizer_reads_who_sent_the_training_back_and_why_and_asks_again()
    {
        _app.Gateway.Lay($"POST {Api}/{Examples.DraftId}/request", "", 204);
        using var browser = _app.Browser("organizer", "ORG");
        var address = $"/organizer/trainings/{Examples.DraftId}/plan";
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(address, UriKind.Relative)));
        using var answer = await PortalApp.Submit(browser, address, "request", []);

        Assert.Contains($"<title>{Words.Say("stage.title")}</title>", page, StringComparison.Ordinal);
        Assert.Contains("差し戻し 東京都医師会", page, StringComparison.Ordinal);
        Assert.Contains("会場の住所を書いてください", page, StringComparison.Ordinal);
        Assert.Equal(address, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Anybody_finds_trainings_and_the_feeds_of_the_same_search()
    {
        using var browser = _app.Browser();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/trainings/find?from=令和8年12月1日&prefecture=13", UriKind.Relative)));

        Assert.Contains($"/trainings/{Examples.TrainingId}#session-1", page, StringComparison.Ordinal);
        Assert.Contains($"{Api}/finder/calendar.ics?from=2026-12-01&prefecture=13", page, StringComparison.Ordinal);
        Assert.Contains($"cursor={Examples.EntryId}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"missing\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_physician_finds_what_is_still_missing()
    {
        _app.Gateway.Lay("GET /api/certification/applications", Examples.NoCases);
        _app.Gateway.Lay(
            "GET /api/certification/evaluations/me", Examples.Lacking.Replace("OCC_RENEWAL_TOTAL_SHORT", "OTHER", StringComparison.Ordinal));
        using var browser = _app.Browser("physician");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/trainings/find?missing=true", UriKind.Relative)));

        Assert.Contains($"{Api}/finder/feed.rss?category=life-field\"", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("find.missing-are", Words.Term("category", "life-field")), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_evaluation_nothing_is_claimed_to_be_missing()
    {
        _app.Gateway.LayProblem("GET /api/certification/evaluations/me", 503, ("SERVICE_AWAY", null));
        using var browser = _app.Browser("physician");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/trainings/find?missing=true", UriKind.Relative)));

        Assert.Contains(Words.Explain("SERVICE_AWAY"), page, StringComparison.Ordinal);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call == $"GET {Api}/finder");
    }

    [Fact]
    public async Task A_physician_signs_up_and_takes_it_back_on_the_page_of_the_training()
    {
        var training = $"{Api}/{Examples.TrainingId}";
        _app.Gateway.Lay($"GET {training}", Examples.Training.Replace("2026-11-22", "2099-11-22", StringComparison.Ordinal));
        _app.Gateway.Lay($"PUT {training}/sessions/1/sign-ups/me", "", 204);
        _app.Gateway.LayProblem($"DELETE {training}/sessions/2/sign-ups/me", 409, ("SIGN_UP_CLOSED", null));
        using var browser = _app.Browser("physician");
        using var taken = await PortalApp.Submit(browser, $"/trainings/{Examples.TrainingId}", "sign-up-1", []);
        using var late = await PortalApp.Submit(browser, $"/trainings/{Examples.TrainingId}", "give-up-2", []);
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());

        Assert.Equal($"/trainings/{Examples.TrainingId}", taken.Headers.Location?.OriginalString);
        Assert.Contains(Words.Explain("SIGN_UP_CLOSED"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("sign-up.position", 3), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_up_is_taken_back_on_the_page_of_all_of_them()
    {
        _app.Gateway.Lay($"DELETE {Api}/{Examples.TrainingId}/sessions/2/sign-ups/me", "", 204);
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, "/sign-ups", $"give-up-{Examples.NoticeId}", []);

        Assert.Equal("/sign-ups", answer.Headers.Location?.OriginalString);
        Assert.Contains(_app.Gateway.Calls, it => it.Call == $"DELETE {Api}/{Examples.TrainingId}/sessions/2/sign-ups/me");
    }

    [Fact]
    public async Task The_organizer_sees_who_comes_and_who_waits()
    {
        using var browser = _app.Browser("organizer", "ORG");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"/organizer/trainings/{Examples.TrainingId}/sign-ups", UriKind.Relative)));

        Assert.Contains("見本 太郎", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("sign-ups.waiting", 1), page, StringComparison.Ordinal);
        Assert.Contains("sign-ups.csv", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Typed(params IReadOnlyList<(string Name, string Value)> others)
    {
        var fields = new Dictionary<string, string>
        {
            ["what"] = "save",
            ["version"] = "0",
            ["title"] = "手入力の題",
            ["prefecture"] = "13",
            ["sessions[0].title"] = "講義",
            ["sessions[0].date"] = "令和8年12月1日",
            ["sessions[0].start"] = "９時",
            ["sessions[0].end"] = "12:00",
            ["sessions[0].place"] = "架空会館",
            ["sessions[0].mode"] = "onsite",
            ["sessions[0].category"] = "life-update",
            ["sessions[0].units"] = "３",
        };

        foreach (var (name, value) in others)
        {
            fields[name] = value;
        }

        return fields;
    }

    private async Task<string> Shown(Dictionary<string, string> fields)
    {
        using var browser = _app.Browser("organizer", "ORG");
        using var answer = await PortalApp.Submit(browser, "/organizer/trainings/new", "plan", fields);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private (string Call, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers) Sent(string method) =>
        _app.Gateway.Calls.Last(it => it.Call.StartsWith($"{method} {Api}", StringComparison.Ordinal));
}
