using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>The door without any script: what the organizer and the physician see and send.</summary>
public sealed class DoorPageTests : IAsyncLifetime
{
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_scan_gives_the_name_to_compare_and_goes_under_an_id_of_the_page()
    {
        _app.Gateway.Lay($"POST {Doors.Api}/check-ins", Doors.Recorded("recorded"));
        using var browser = _app.Browser("organizer", "ORG");
        using var answer = await PortalApp.Submit(browser, Doors.Address, "check-in", Scan("7K3M"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("<strong>架空 花子</strong>", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("door.recorded-exit"), page, StringComparison.Ordinal);
        Assert.StartsWith($$"""{"checkIns":[{"id":"{{Examples.EntryId}}","direction":"exit","pass":"7K3M",""", Sent("/check-ins"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_refused_at_the_door_is_told_why()
    {
        _app.Gateway.Lay($"POST {Doors.Api}/check-ins", Doors.Recorded("refused", "DOOR_PASS_EXPIRED"));
        using var browser = _app.Browser("organizer", "ORG");
        using var answer = await PortalApp.Submit(browser, Doors.Address, "check-in", new() { ["direction"] = "entry", ["licenceNumber"] = "１２３", ["birthDate"] = "昭和36年4月2日" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<li>" + Words.Explain("DOOR_PASS_EXPIRED"), string.Join(' ', WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Split()).Replace("<li> ", "<li>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"birthDate\":\"1961-04-02\"", Sent("/check-ins"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wall_shows_the_code_and_nobody()
    {
        using var browser = _app.Browser("organizer", "ORG");
        var page = await Read(browser, Doors.Wall);

        Assert.Contains("7K3M PQ0Z", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("""<noscript><meta http-equiv="refresh" content="17" />""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("架空 花子", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_who_was_there_the_whole_time_and_is_handed_in_when_the_door_is_closed()
    {
        _app.Gateway.Lay($"POST {Doors.Api}/attendance", Doors.HandedIn);
        using var browser = _app.Browser("organizer", "ORG");
        var open = await Read(browser, Doors.Address);
        Doors.Lay(_app.Gateway, isOpen: false);
        using var answer = await PortalApp.Submit(browser, Doors.Address, "hand-in", new() { ["how"] = "post" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.All(["08:55", "12:01", Words.Say("door.corrected", "出口の読み取り漏れ"), $"{Words.Term("gap", "late")}、{Words.Term("gap", "no-exit")}"], it => Assert.Contains(it, open, StringComparison.Ordinal));
        Assert.DoesNotContain(Words.Say("door.hand-in-now"), open, StringComparison.Ordinal);
        Assert.Contains(Words.Say("attendance.posted", 2), page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("CONTRADICTS_EARLIER"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stay_is_set_right_with_times_as_people_write_them()
    {
        _app.Gateway.Lay($"POST {Doors.Api}/guests/{Examples.PhysicianId}/correction", "", 204);
        using var browser = _app.Browser("organizer", "ORG");
        using var answer = await PortalApp.Submit(browser, Doors.Guest, "correct", new() { ["entered"] = "９時", ["left"] = "12:00", ["reason"] = "読み取り漏れ" });

        Assert.Equal(Doors.Address, answer.Headers.Location?.OriginalString);
        Assert.Equal("""{"entered":"09:00","left":"12:00","reason":"読み取り漏れ"}""", System.Text.RegularExpressions.Regex.Unescape(Sent("/correction")));
    }

    [Fact]
    public async Task The_link_of_the_wall_brings_the_code_and_checking_in_is_one_button()
    {
        _app.Gateway.Lay("POST /api/training-credits/check-ins/me", Doors.CheckedIn);
        using var browser = _app.Browser("physician");
        var form = await Read(browser, "/check-in?code=7K3MPQ0Z");
        using var answer = await PortalApp.Submit(browser, "/check-in", "check-in", new() { ["code"] = "7K3MPQ0Z", ["direction"] = "entry" });
        using var empty = await PortalApp.Submit(browser, "/check-in", "check-in", new() { ["direction"] = "entry" });

        Assert.Contains("value=\"7K3MPQ0Z\"", form, StringComparison.Ordinal);
        Assert.Contains(Words.Say("check-in.done-entry", "08:55"), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    private static Dictionary<string, string> Scan(string pass) => new() { ["id"] = Examples.EntryId, ["direction"] = "exit", ["pass"] = pass };

    private static async Task<string> Read(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));

    private string Sent(string end) =>
        _app.Gateway.Calls.Last(it => it.Call.StartsWith("POST", StringComparison.Ordinal) && it.Call.EndsWith(end, StringComparison.Ordinal)).Body;
}
