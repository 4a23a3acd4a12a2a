using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

/// <summary>The table in which staff types an attendance list from paper.</summary>
public sealed class TypedAttendanceTests : IAsyncLifetime
{
    private const string Page = $"/desk/trainings/{Examples.TrainingId}/typed";
    private const string Call = $"POST /api/training-credits/trainings/{Examples.TrainingId}/attendance/typed";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Rows_are_checked_with_their_results_beside_them_before_they_can_be_posted()
    {
        using var browser = _app.Browser("prefecture-staff", "13");
        var before = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(Page, UriKind.Relative)));
        using var checkedFirst = await PortalApp.Submit(browser, Page, "typed", Row("check"));
        var page = WebUtility.HtmlDecode(await checkedFirst.Content.ReadAsStringAsync());
        using var posted = await PortalApp.Submit(browser, Page, "typed", Row("post"));

        var sent = JsonNode.Parse(_app.Gateway.Calls.First(it => it.Call == Call).Body)?.AsArray();
        Assert.DoesNotContain("value=\"post\"", before, StringComparison.Ordinal);
        Assert.Contains("value=\"post\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"見本田\"", page, StringComparison.Ordinal);
        Assert.Equal(("900001", "1", "onsite"), (Text(sent, "licenceNumber"), Text(sent, "session"), Text(sent, "mode")));
        Assert.Contains(Words.Say("attendance.posted-text"), WebUtility.HtmlDecode(await posted.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_table_is_sent_to_nobody()
    {
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, Page, "typed", new() { ["session"] = "1", ["licenceNumber"] = " ", ["what"] = "check" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(_app.Gateway.Calls, it => it.Call == Call);
    }

    private static Dictionary<string, string> Row(string what) => new()
    {
        ["session"] = "1",
        ["licenceNumber"] = "900001",
        ["familyName"] = "見本田",
        ["givenName"] = "会子",
        ["birthDate"] = string.Empty,
        ["role"] = "attendee",
        ["attendance"] = "full",
        ["what"] = what,
    };

    private static string? Text(JsonArray? rows, string field) => rows?[0]?[field]?.GetValue<string>();
}
