using System.Net;
using System.Text.Json.Nodes;

namespace Mamis.Portal.Tests;

/// <summary>The printed statement: where a physician gets it, and where a desk types its code.</summary>
public sealed class StatementPageTests : IAsyncLifetime
{
    private const string Call = "POST /api/training-credits/statement-checks";

    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_statement_is_printed_as_known_on_the_day_the_page_shows()
    {
        using var browser = _app.Browser("physician");

        Assert.Contains("href=\"/ledger/statement.pdf\"", await Page(browser, "/ledger"), StringComparison.Ordinal);
        Assert.Contains("href=\"/ledger/statement.pdf?asKnownOn=2026-04-01\"", await Page(browser, "/ledger?on=2026-04-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_types_the_code_and_reads_what_the_paper_said_and_that_more_has_come()
    {
        _app.Gateway.Lay(Call, """
            {"code":"7K3M-PQ0Z-1234-5678","licenceNumber":"900001","familyName":"見本田","givenName":"会子","knownOn":"2026-11-20","printedOn":"2026-11-22",
             "entries":3,"totals":[{"category":"life-update","units":5,"free":5,"setAside":0,"spent":0,"pending":0}],"isChanged":true}
            """);
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, "/desk/statements", "check", new() { ["code"] = " 7k3m-pq0z-1234-5678 " });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal("7k3m-pq0z-1234-5678", JsonNode.Parse(_app.Gateway.Calls.Single(it => it.Call == Call).Body)?["code"]?.GetValue<string>());
        Assert.All(["見本田 会子", "900001", Words.Say("statements.changed"), Words.Say("statements.count", 3)], it => Assert.Contains(it, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_of_no_statement_is_said_at_its_field()
    {
        _app.Gateway.LayProblem(Call, 404, ("STATEMENT_CODE_UNKNOWN", "code"));
        using var browser = _app.Browser("jma-staff", "JMA");
        using var answer = await PortalApp.Submit(browser, "/desk/statements", "check", new() { ["code"] = "0000" });

        Assert.Contains(Words.Explain("STATEMENT_CODE_UNKNOWN"), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient browser, string address) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(address, UriKind.Relative)));
}
