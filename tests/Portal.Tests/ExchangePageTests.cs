using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>Runs and inquiries, as the people on both sides see them.</summary>
public sealed class ExchangePageTests : IAsyncLifetime
{
    private const string Thread = $"/inquiries/{Exchange.InquiryId}";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_JMA_and_auditors_see_how_far_the_schedule_has_come_and_who_ran_what()
    {
        foreach (var role in new[] { "jma-staff", "auditor" })
        {
            var page = await Read(role, "/desk/renewal-runs", "JMA");

            Assert.Contains(Words.Say("runs.lead", "6:00"), page, StringComparison.Ordinal);
            Assert.Contains(Words.Say("runs.last", "2026年11月23日(令和8年)"), page, StringComparison.Ordinal);
            Assert.Contains(Words.Term("starter", "schedule"), page, StringComparison.Ordinal);
            Assert.Contains(Words.Term("run", "broken-off"), page, StringComparison.Ordinal);
            Assert.Contains($"cursor={Examples.NoticeId}", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_desk_sees_whose_certificates_end_who_has_applied_and_who_cannot_N2()
    {
        var page = await Read("county-staff", "/desk/renewals", "13-001");

        Assert.Contains($"href=\"/desk/physicians/{Examples.PhysicianId}\"", page, StringComparison.Ordinal);
        Assert.All(
            [Words.Say("renewals.applied"), Words.Say("renewals.not-applied"), Words.Say("person.inactive"), $"cursor={Examples.NoticeId}"],
            it => Assert.Contains(it, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_is_sent_with_the_application_it_is_about()
    {
        const string Call = "POST /api/notifications/inquiries";
        _app.Gateway.Lay(Call, $$"""{"id":"{{Exchange.InquiryId}}"}""", 201);
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(
            browser, "/inquiries", "inquiry", new() { ["to"] = "desk", ["applicationId"] = Examples.ApplicationId, ["text"] = "単位は足りますか" });

        Assert.Equal(Thread, answer.Headers.Location?.OriginalString);
        Assert.Equal(
            ("desk", "単位は足りますか", Examples.ApplicationId), Sent(Call) is { } sent ? ($"{sent["to"]}", $"{sent["text"]}", $"{sent["applicationId"]}") : default);
    }

    [Fact]
    public async Task What_the_service_refuses_stands_at_its_field_with_what_was_typed()
    {
        _app.Gateway.LayProblem("POST /api/notifications/inquiries", 409, ("INQUIRY_DESK_UNKNOWN", "to"));
        using var browser = _app.Browser("physician");
        using var answer = await PortalApp.Submit(browser, "/inquiries", "inquiry", new() { ["to"] = "desk", ["text"] = "typed by me" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#to\">" + Words.Explain("INQUIRY_DESK_UNKNOWN"), page, StringComparison.Ordinal);
        Assert.Contains("typed by me", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_shows_both_sides_the_hours_and_that_words_were_deleted()
    {
        var page = await Read("physician", Thread);

        Assert.Contains("実地の単位が足りません。", page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("inquiry.answered", "架空区医師会"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("inquiry.deleted"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("inquiry.support-hours", "10:00", "18:00"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_shown_as_text_never_as_markup()
    {
        using var browser = _app.Browser("physician");

        Assert.DoesNotContain("<b>架空の回答</b>", await browser.GetStringAsync(new Uri(Thread, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("physician", "", "message", "messages")]
    [InlineData("physician", "", "close", "closing")]
    [InlineData("county-staff", "/desk", "message", "messages")]
    [InlineData("county-staff", "/desk", "take", "assignment")]
    [InlineData("county-staff", "/desk", "release", "assignment")]
    [InlineData("county-staff", "/desk", "close", "closing")]
    public async Task Every_form_of_a_thread_does_what_it_says(string role, string side, string form, string what)
    {
        var call = $"POST /api/notifications/inquiries/{Exchange.InquiryId}/{what}";
        _app.Gateway.Lay(call, "", 204);
        using var browser = _app.Browser(role, "13-001");
        using var answer = await PortalApp.Submit(browser, side + Thread, form, new() { ["text"] = "架空" });

        Assert.Equal(side + Thread, answer.Headers.Location?.OriginalString);
        Assert.Equal((form == "release", form == "message"), (Sent(call)?["release"]?.GetValue<bool>() is true, $"{Sent(call)?["text"]}" == "架空"));
    }

    [Fact]
    public async Task The_queue_of_the_desk_shows_ages_and_who_looks_after_it()
    {
        var page = await Read("county-staff", "/desk/inquiries", "13-001");

        Assert.Contains(Words.Say("queue.days", 3), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("inquiry.with-me"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_read_finds_no_form()
    {
        _app.Gateway.Lay($"GET /api/notifications/inquiries/{Exchange.InquiryId}", Exchange.Thread.Replace("\"mayAct\":true", "\"mayAct\":false", StringComparison.Ordinal));
        var page = await Read("jma-staff", "/desk" + Thread, "JMA");

        Assert.Contains(Words.Say("inquiry.read-only", "架空区医師会"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
    }

    private System.Text.Json.Nodes.JsonNode? Sent(string call) =>
        System.Text.Json.Nodes.JsonNode.Parse(_app.Gateway.Calls.Last(it => it.Call == call).Body);

    private async Task<string> Read(string role, string address, string? association = null)
    {
        using var browser = _app.Browser(role, association);
        return WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(address, UriKind.Relative)));
    }
}
