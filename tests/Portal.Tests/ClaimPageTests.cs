using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

/// <summary>Claims of missing credits, from the ledger of the physician to the desk that decides.</summary>
public sealed class ClaimPageTests : IAsyncLifetime
{
    private const string Path = $"/api/training-credits/claims/{Claims.Id}";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_way_leads_from_the_ledger_over_the_training_to_a_claim()
    {
        using var browser = _app.Browser("physician");
        Assert.Contains("href=\"/claims\"", await browser.GetStringAsync(new Uri("/ledger", UriKind.Relative)), StringComparison.Ordinal);
        _app.Gateway.Lay("POST /api/training-credits/claims", $$"""{"id":"{{Claims.Id}}"}""", 201);

        using var made = await PortalApp.Submit(browser, Claims.OfTraining, "claim", new() { ["sessions"] = "1", ["role"] = "attendee", ["statement"] = "受付を通りました" });

        var sent = JsonNode.Parse(_app.Gateway.Calls.Single(it => it.Call == "POST /api/training-credits/claims").Body);
        Assert.Equal((1, Examples.TrainingId), (sent?["sessions"]?[0]?.GetValue<int>(), sent?["trainingId"]?.GetValue<string>()));
        Assert.Equal($"/claims/{Claims.Id}", made.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_is_missing_in_a_claim_is_named_at_once_and_what_was_typed_comes_back()
    {
        using var browser = _app.Browser("physician");
        using var none = await PortalApp.Submit(browser, Claims.OfTraining, "claim", new() { ["role"] = "lead" });
        var page = WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains(Words.Say("claim.sessions-missing"), page, StringComparison.Ordinal);
        Assert.Contains(Words.Say("claim.statement-missing"), page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"lead\" selected", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_physician_sees_who_acts_next_and_insists_adds_a_file_or_withdraws()
    {
        using var browser = _app.Browser("physician");
        _app.Gateway.Lay($"GET {Path}", Claims.Details("turned-down"));
        _app.Gateway.Lay($"POST {Path}/insistence", "", 204);
        _app.Gateway.LayProblem($"POST {Path}/evidence", 422, ("DOCUMENT_TYPE_UNKNOWN", "file"));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"/claims/{Claims.Id}", UriKind.Relative)));

        using var insisted = await PortalApp.Submit(browser, $"/claims/{Claims.Id}", "insist", new() { ["statement"] = "写真があります" });
        using var refused = await PortalApp.Submit(browser, $"/claims/{Claims.Id}", "evidence", [], ("file", "no photo"));

        Assert.Contains("2026年12月6日", page, StringComparison.Ordinal);
        Assert.Contains("受付簿に記載がありません", page, StringComparison.Ordinal);
        Assert.Equal($"/claims/{Claims.Id}", insisted.Headers.Location?.OriginalString);
        Assert.Contains(Words.Explain("DOCUMENT_TYPE_UNKNOWN"), WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organizer", "ORG-1", "/organizer/claims")]
    [InlineData("prefecture-staff", "13", "/desk/claims")]
    public async Task A_desk_finds_its_claims_in_the_menu_and_confirms_or_says_why_not(string role, string association, string list)
    {
        using var browser = _app.Browser(role, association);
        _app.Gateway.LayProblem($"POST {Path}/confirmation", 409, ("CONTRADICTS_EARLIER", "1"));
        _app.Gateway.Lay($"POST {Path}/refusal", "", 204);
        var page = await browser.GetStringAsync(new Uri($"{list}?state=at-prefecture", UriKind.Relative));

        using var confirmed = await PortalApp.Submit(browser, $"{list}/{Claims.Id}", "confirm", new() { ["attendance"] = "full" });
        using var silent = await PortalApp.Submit(browser, $"{list}/{Claims.Id}", "refuse", []);
        using var refused = await PortalApp.Submit(browser, $"{list}/{Claims.Id}", "refuse", new() { ["reason"] = "受付簿に記載がありません" });

        Assert.Contains($"href=\"{list}/{Claims.Id}\"", page, StringComparison.Ordinal);
        Assert.Contains(Words.Explain("CONTRADICTS_EARLIER"), WebUtility.HtmlDecode(await confirmed.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal($"{list}/{Claims.Id}", refused.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Whoever_may_not_answer_finds_no_forms()
    {
        using var browser = _app.Browser("jma-staff", "JMA");
        _app.Gateway.Lay($"GET {Path}", Claims.Details("at-prefecture"));

        Assert.DoesNotContain("name=\"reason\"", await browser.GetStringAsync(new Uri($"/desk/claims/{Claims.Id}", UriKind.Relative)), StringComparison.Ordinal);
    }
}
