using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>How long before the end of a term an association tells: what holds, what comes, and how it is changed.</summary>
public sealed class LeadTimePageTests : IAsyncLifetime
{
    private const string Call = "POST /api/notifications/lead-times";
    private const string Address = "/desk/lead-times/four-months/sports";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_list_says_what_holds_what_comes_and_to_the_JMA_who_differs()
    {
        using var jma = _app.Browser("jma-staff", "JMA");
        var page = WebUtility.HtmlDecode(await jma.GetStringAsync("/desk/lead-times"));
        using var county = _app.Browser("county-staff", "13-001");

        Assert.All(
            [Words.Say("leads.months", 14), Words.Say("leads.for-all", 12), Words.Say("leads.for-all", 4), Words.Say("leads.since", "2027年4月1日(令和9年)"), Words.Say("leads.none"), Address],
            it => Assert.Contains(it, page, StringComparison.Ordinal));
        Assert.DoesNotContain(Words.Say("leads.elsewhere"), await county.GetStringAsync("/desk/lead-times"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6", "6")]
    [InlineData("0", "0")]
    [InlineData("", "null")]
    public async Task A_lead_is_chosen_and_its_day_written_as_people_do(string chosen, string sent)
    {
        _app.Gateway.Lay(Call, "", 204);
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Address, "lead", new() { ["leadMonths"] = chosen, ["since"] = "令和9年4月1日" });

        Assert.Equal("/desk/lead-times?done=true", answer.Headers.Location?.OriginalString);
        Assert.Equal(
            $$"""{"kind":"four-months","scheme":"sports","leadMonths":{{sent}},"since":"2027-04-01"}""",
            _app.Gateway.Calls.Single(it => it.Call == Call).Body);
    }

    [Fact]
    public async Task What_is_no_number_of_months_is_not_taken_for_the_rule_of_all()
    {
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Address, "lead", new() { ["leadMonths"] = "halb", ["since"] = "令和9年4月1日" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#leadMonths\">" + Words.Say("leads.how-long-help"), page, StringComparison.Ordinal);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call == Call);
    }

    [Fact]
    public async Task What_is_refused_stands_at_its_field_with_what_was_chosen()
    {
        _app.Gateway.LayProblem(Call, 422, ("LEAD_TIME_SINCE_TOO_EARLY", "since"));
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, Address, "lead", new() { ["leadMonths"] = "7", ["since"] = "2026-11-23" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#since\">" + Words.Explain("LEAD_TIME_SINCE_TOO_EARLY"), page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"7\" selected", page, StringComparison.Ordinal);
    }
}
