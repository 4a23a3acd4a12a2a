using System.Net;

namespace Mamis.Portal.Tests;

/// <summary>Fees as applicants, clerks and the committee meet them.</summary>
public sealed class FeePageTests : IAsyncLifetime
{
    private readonly PortalApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_applicant_sees_what_to_pay_to_whom_under_which_number_and_then_the_receipt()
    {
        using var browser = _app.Browser("physician");
        var owed = await Read(browser, $"/applications/{Examples.ApplicationId}");
        Lay(Fees.Account("paid", 0, "\"2026-11-21\""));
        var paid = await Read(browser, $"/applications/{Examples.ApplicationId}");

        Assert.All(["1234567897", "9000001", "架空銀行", Words.Term("fee", "unpaid")], it => Assert.Contains(it, owed, StringComparison.Ordinal));
        Assert.DoesNotContain("fee-receipt.pdf", owed, StringComparison.Ordinal);
        Assert.Contains($"/applications/{Examples.ApplicationId}/fee-receipt.pdf", paid, StringComparison.Ordinal);
        Assert.DoesNotContain("9000001", paid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_of_the_payee_waives_or_refunds_with_a_reason_and_nobody_elses_clerk_does()
    {
        var page = $"/desk/cases/{Examples.ApplicationId}";
        _app.Gateway.Lay($"POST /api/certification/applications/{Examples.ApplicationId}/fee-waivers", "", 204);
        using var browser = _app.Browser("county-staff", "13-001");
        using var empty = await PortalApp.Submit(browser, page, "waive", new() { ["reason"] = " " });
        using var waived = await PortalApp.Submit(browser, page, "waive", new() { ["reason"] = "災害" });
        using var prefecture = _app.Browser("prefecture-staff", "13");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal($"{page}?done=waived", waived.Headers.Location?.OriginalString);
        Assert.DoesNotContain(Words.Say("fee.waive-text"), await Read(prefecture, page), StringComparison.Ordinal);
        Lay(Fees.Account("paid", 0, "\"2026-11-21\""));
        Assert.Contains(Words.Say("fee.refund-text", 10_000), await Read(browser, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_to_be_clarified_shows_its_proposal_and_takes_each_of_the_three_ways()
    {
        foreach (var act in new[] { "assignments", "refund-notes", "set-asides" })
        {
            _app.Gateway.Lay($"POST /api/certification/payments/{Fees.LineId}/{act}", "", 204);
        }

        using var browser = _app.Browser("county-staff", "13-001");
        var list = await Read(browser, "/desk/payments?status=open");
        var line = await Read(browser, Fees.Address);
        using var assigned = await PortalApp.Submit(browser, Fees.Address, "assign", new() { ["application"] = " AAAAA-BBBBB " });
        using var noted = await PortalApp.Submit(browser, Fees.Address, "otherwise", new() { ["reason"] = "誤振込", ["how"] = "refund-notes" });
        using var aside = await PortalApp.Submit(browser, Fees.Address, "otherwise", new() { ["reason"] = "会費", ["how"] = "set-asides" });
        using var empty = await PortalApp.Submit(browser, Fees.Address, "otherwise", new() { ["how"] = "set-asides" });

        Assert.Contains(Fees.Address, list, StringComparison.Ordinal);
        Assert.Contains("value=\"AAAAA-BBBBB\"", line, StringComparison.Ordinal);
        Assert.All([assigned, noted, aside], it => Assert.Equal($"{Fees.Address}?done=true", it.Headers.Location?.OriginalString));
        Assert.Equal("""{"application":"AAAAA-BBBBB"}""", Sent("/assignments"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Theory]
    [InlineData("valueDay,amount", "text/csv; charset=utf-8")]
    [InlineData("1030081101", "text/plain")]
    public async Task A_statement_is_sent_as_what_it_is_and_its_bad_row_is_shown(string content, string type)
    {
        _app.Gateway.Lay("POST /api/certification/payments/imports", Fees.Report);
        using var browser = _app.Browser("county-staff", "13-001");
        using var answer = await PortalApp.Submit(browser, "/desk/payments/import", "import", new() { ["how"] = "check" }, ("list", content));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(type, _app.Gateway.Calls.Last(it => it.Call.EndsWith("/imports", StringComparison.Ordinal)).Headers.ContentType.ToString());
        Assert.Contains($"amount: {Words.Explain("FIELD_INVALID")}", page, StringComparison.Ordinal);
        Assert.Contains(Words.Term("line-finding", "part"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_committee_ticks_cases_looks_at_the_preview_and_approves_what_it_saw()
    {
        _app.Gateway.Lay("POST /api/certification/applications/approvals", Fees.Approvals);
        using var jma = _app.Browser("jma-staff", "JMA");
        using var county = _app.Browser("county-staff", "13-001");
        Assert.Contains("type=\"checkbox\"", await Read(jma, "/desk/queue"), StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"checkbox\"", await Read(county, "/desk/queue"), StringComparison.Ordinal);
        Assert.Contains("AAAAA-BBBBB\nCCCCC-DDDDD</textarea>", await Read(jma, "/desk/queue/approvals?case=AAAAA-BBBBB&case=CCCCC-DDDDD"), StringComparison.Ordinal);

        using var tried = await PortalApp.Submit(jma, "/desk/queue/approvals", "approvals", new() { ["list"] = "AAAAA-BBBBB\r\nCCCCC-DDDDD\r\n", ["certifiedOn"] = "令和8年12月1日", ["how"] = "check" });
        var preview = WebUtility.HtmlDecode(await tried.Content.ReadAsStringAsync());
        Assert.Equal("""{"cases":[{"application":"AAAAA-BBBBB","ifVersion":null},{"application":"CCCCC-DDDDD","ifVersion":null}],"certifiedOn":"2026-12-01","dryRun":true}""", Sent("/approvals"));
        Assert.Contains(Words.Explain("FOUR_EYES"), preview, StringComparison.Ordinal);
        Assert.Contains("value=\"AAAAA-BBBBB:7 CCCCC-DDDDD:6\"", preview, StringComparison.Ordinal);

        using var done = await PortalApp.Submit(jma, "/desk/queue/approvals", "approvals", new() { ["list"] = "AAAAA-BBBBB", ["seen"] = "AAAAA-BBBBB:7", ["how"] = "store" });
        Assert.Equal("""{"cases":[{"application":"AAAAA-BBBBB","ifVersion":7}],"certifiedOn":null,"dryRun":false}""", Sent("/approvals"));
        using var empty = await PortalApp.Submit(jma, "/desk/queue/approvals", "approvals", new() { ["how"] = "store" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    private void Lay(string account) => _app.Gateway.Lay(
        $"GET /api/certification/applications/{Examples.ApplicationId}",
        Examples.Application("returned").Replace(Fees.Account("unpaid", 10_000), account, StringComparison.Ordinal));

    private static async Task<string> Read(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));

    private string Sent(string end) =>
        _app.Gateway.Calls.Last(it => it.Call.StartsWith("POST", StringComparison.Ordinal) && it.Call.EndsWith(end, StringComparison.Ordinal)).Body;
}
