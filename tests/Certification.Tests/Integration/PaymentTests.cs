using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Fees;
using Mamis.Certification.Tests.Support;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Fees by bank line: taken in once, received by their reference, clarified by a clerk, receipted.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class PaymentTests(CertificationApp app)
{
    private const string Header = "valueDay,amount,payer,memo,number\n";

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task A_statement_is_tried_then_taken_and_sent_twice_adds_nothing()
    {
        var (desk, cases) = await Desk("13-101", 3);
        var csv = Header
            + $"{Today:yyyy-MM-dd},\"10,000\",{Reference(cases[0])}ﾔﾏﾀﾞ ﾊﾅｺ,,1\n"
            + $"{Today:yyyy-MM-dd},9340,{Reference(cases[1])} ｻﾄｳ,,2\n"
            + $"{Today:yyyy-MM-dd},10000,ﾅﾅｼ,,3\n{Today:yyyy-MM-dd},10000,ﾅﾅｼ,,3\n";

        Assert.Equal("1 received, 3 to clarify, 0 known, 0 refused, False", Said(await Import(desk, csv, dryRun: true)));
        Assert.Empty((await Lines(desk)).EnumerateArray());
        var report = await Import(desk, csv);
        Assert.Equal("1 received, 3 to clarify, 0 known, 0 refused, True", Said(report));
        Assert.Equal(["exact", "part", "unknown", "unknown"], report.GetProperty("results").EnumerateArray().Select(it => it.GetProperty("finding").GetString()));
        Assert.Equal("0 received, 0 to clarify, 4 known, 0 refused, True", Said(await Import(desk, csv)));

        Assert.Equal("paid", (await Fee(desk, cases[0])).GetProperty("status").GetString());
        await desk.Does($"{cases[0].Address}/approvals");
        Assert.Equal((409, "FEE_UNPAID"), await desk.IsRefused($"{cases[1].Address}/approvals"));
        Assert.Equal(3, (await Lines(desk)).GetArrayLength());
        Assert.Empty((await Lines(app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-102"))).EnumerateArray());
    }

    [Fact]
    public async Task Two_who_take_in_the_same_statement_at_once_take_it_once()
    {
        var (desk, cases) = await Desk("13-108", 20);
        var csv = Header + string.Concat(cases.Select(it => $"{Today:yyyy-MM-dd},10000,{Reference(it)},,\n"));
        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Import(desk, csv)));

        Assert.Equal([0, 20], reports.Select(it => it.GetProperty("received").GetInt32()).Order());
        Assert.Equal([0, 20], reports.Select(it => it.GetProperty("known").GetInt32()).Order());
        Assert.Equal(20, (await Lines(desk, "assigned")).GetArrayLength());
    }

    [Fact]
    public async Task One_bad_row_and_nothing_is_stored_and_each_is_told_why()
    {
        var (desk, cases) = await Desk("13-103", 1);
        var csv = $"{Header}{Today:yyyy-MM-dd},10000,{Reference(cases[0])},,\n2026-02-30,x,A,,\n{Today.AddDays(1):yyyy-MM-dd},1,A,,\n{Today.AddMonths(-14):yyyy-MM-dd},1,A,,\n1,2\n";
        var report = await Import(desk, csv);

        Assert.Equal("1 received, 0 to clarify, 0 known, 4 refused, False", Said(report));
        Assert.Equal(
            ["FIELD_INVALID valueDay|FIELD_INVALID amount", "DAY_IN_FUTURE valueDay", "BANK_LINE_TOO_OLD valueDay", "ROW_MALFORMED "],
            report.GetProperty("results").EnumerateArray().Skip(1).Select(row => string.Join('|', row.GetProperty("mistakes").EnumerateArray().Select(it => $"{it.GetProperty("code")} {it.GetProperty("subject")}"))));
        Assert.Equal("unpaid", (await Fee(desk, cases[0])).GetProperty("status").GetString());
        Assert.Equal((422, "STATEMENT_TYPE_WRONG"), await desk.IsRefused("/payments/imports"));
        Assert.Equal((403, "NOT_ALLOWED"), await app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA").IsRefused("/payments/imports"));
    }

    [Fact]
    public async Task A_file_of_the_banks_is_taken_as_it_comes_and_a_line_is_proposed_by_name_and_never_taken_by_it()
    {
        var (desk, cases) = await Desk("13-104", 2);
        app.Identity.People[cases[1].Physician] = new(cases[1].Physician, "1", "架空", "京子", new(1961, 4, 2), "カクウ", "キョウコ");
        var file = new ZenginFile()
            .With(ZenginFile.Day(Today.AddDays(-2)), 10_000, $"{Reference(cases[0])} ﾔﾏﾀﾞ")
            .With(ZenginFile.Day(Today.AddDays(-1)), 10_000, "ｶｸｳ ｷﾖｳｺ")
            .With(ZenginFile.Day(Today), 330, "ﾃｽｳﾘﾖｳ", direction: '2');

        Assert.Equal("1 received, 1 to clarify, 0 known, 0 refused, True", Said(await Import(desk, file.Bytes(), "text/plain")));
        Assert.Equal((422, "STATEMENT_TOTALS_DIFFER"), await Refused(desk, file.Bytes(wrongBy: 1), "text/plain"));
        Assert.Equal($"{Today.AddDays(-2):yyyy-MM-dd}", (await Fee(desk, cases[0])).GetProperty("receivedOn").GetString());
        var line = Assert.Single((await Lines(desk)).EnumerateArray());
        Assert.Equal("ｶｸｳ ｷﾖｳｺ", line.GetProperty("payer").GetString());
        Assert.Equal(cases[1].ReceiptNumber, Assert.Single(line.GetProperty("proposals").EnumerateArray()).GetString());
        Assert.Equal("unpaid", (await Fee(desk, cases[1])).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_clerk_assigns_notes_for_refund_and_lays_aside_and_each_act_says_who_and_why()
    {
        var (desk, cases) = await Desk("13-105", 2);
        await Import(desk, $"{Header}{Today:yyyy-MM-dd},12000,ﾅﾅｼ,,1\n{Today:yyyy-MM-dd},500,ﾅﾅｼ,,2\n");
        var lines = (await Lines(desk)).EnumerateArray().OrderByDescending(it => it.GetProperty("amount").GetInt32()).Select(it => $"/payments/{it.GetProperty("id").GetGuid()}").ToArray();

        Assert.Equal((422, "APPLICATION_UNCLEAR"), await desk.IsRefused($"{lines[0]}/assignments", new { application = "AAAAA-AAAAA" }));
        await desk.Does($"{lines[0]}/assignments", new { application = Reference(cases[0]) });
        Assert.Equal((409, "BANK_LINE_SETTLED"), await desk.IsRefused($"{lines[0]}/assignments", new { application = cases[1].ReceiptNumber }));
        Assert.Equal("paid", (await Fee(desk, cases[0])).GetProperty("status").GetString());
        Assert.Equal(2_000, Assert.Single((await Lines(desk, "refund-due")).EnumerateArray()).GetProperty("refundDue").GetInt32());
        Assert.Equal((422, "FEE_REASON_MISSING"), await desk.IsRefused($"{lines[1]}/refund-notes", new { reason = " " }));
        await desk.Does($"{lines[1]}/refund-notes", new { reason = "誤振込" });
        await desk.Does($"{lines[1]}/set-asides", new { reason = "返金済み" });

        var details = await desk.GetFromJsonAsync<JsonElement>(lines[1]);
        Assert.Equal(
            ["bank-line-taken ", "bank-line-refund-noted 誤振込", "bank-line-set-aside 返金済み"],
            details.GetProperty("history").EnumerateArray().Select(it => $"{it.GetProperty("what")} {it.GetProperty("why")}"));
        var stranger = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-106");
        Assert.Equal((404, "BANK_LINE_UNKNOWN"), await stranger.IsRefusedReading(lines[0]));
        Assert.Equal((404, "BANK_LINE_UNKNOWN"), await stranger.IsRefused($"{lines[0]}/set-asides", new { reason = "x" }));
    }

    [Fact]
    public async Task Names_are_deleted_after_their_time_and_stand_in_no_event()
    {
        var (desk, _) = await Desk("13-107", 1);
        await Import(desk, $"{Header}{BankLineRules.KeptFrom(Today):yyyy-MM-dd},10000,ﾐﾎﾝ,,1\n");
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        var id = (await Lines(desk)).EnumerateArray().Single().GetProperty("id").GetGuid();
        await desk.Does($"/payments/{id}/set-asides", new { reason = "ﾐﾎﾝ" });
        var retention = app.Services.GetRequiredService<BankLineRetention>();
        await retention.Sweep(default);
        Assert.Equal("ﾐﾎﾝ", (await desk.GetFromJsonAsync<JsonElement>($"/payments/{id}")).GetProperty("line").GetProperty("payer").GetString());

        await database.Do("update bank_line_text set value_day = value_day - 1 where line_id = @id", new { id }, default);
        await retention.Sweep(default);
        var details = await desk.GetFromJsonAsync<JsonElement>($"/payments/{id}");
        Assert.Equal(JsonValueKind.Null, details.GetProperty("line").GetProperty("payer").ValueKind);
        Assert.Equal(JsonValueKind.Null, details.GetProperty("history")[1].GetProperty("why").ValueKind);
        Assert.Equal(0, await database.Find<int>("select count(*)::integer from mt_events where data::text like '%ﾐﾎﾝ%'", new { }, default));
    }

    [Fact]
    public async Task The_receipt_says_who_paid_what_when_for_what_and_each_further_print_that_it_is_one()
    {
        var (desk, cases) = await Desk("13-001", 2);
        app.Identity.People[cases[0].Physician] = new(cases[0].Physician, "1", "架空", "花子", new(1961, 4, 2));
        var applicant = app.As(cases[0].Physician, Roles.Physician);
        Assert.Equal((409, "FEE_NOT_RECEIVED"), await applicant.IsRefusedReading($"{cases[0].Address}/fee-receipt.pdf"));
        await desk.Does($"{cases[0].Address}/fee-receipts", new { amount = 10_000, receivedOn = Today });
        var first = await Printed(applicant, cases[0]);
        var second = await Printed(desk, cases[0]);

        Assert.All(["架空花子様", "10,000円", $"{Today:yyyy年M月d日}", "認定健康スポーツ医(新規)審査・登録料", cases[0].ReceiptNumber, "架空医師会"], it => Assert.Contains(it, first, StringComparison.Ordinal));
        Assert.DoesNotContain("再発行", first, StringComparison.Ordinal);
        Assert.Contains("再発行", second, StringComparison.Ordinal);
        Assert.Equal((404, "APPLICATION_UNKNOWN"), await app.As(cases[1].Physician, Roles.Physician).IsRefusedReading($"{cases[0].Address}/fee-receipt.pdf"));

        await desk.Does($"{cases[0].Address}/fee-refunds", new { refundedOn = Today, reason = "重複" });
        Assert.Equal(("refunded", "重複"), StatusAndReason(await Fee(applicant, cases[0])));
        await desk.Does($"{cases[1].Address}/fee-waivers", new { reason = "災害" });
        Assert.Equal(("waived", "災害"), StatusAndReason(await Fee(desk, cases[1])));
        Assert.Equal((422, "FEE_REASON_MISSING"), await desk.IsRefused($"{cases[1].Address}/fee-waivers", new { reason = "" }));

        using var awaited = await app.As(Guid.CreateVersion7(), Roles.Service).PostAsJsonAsync("/internal/awaited-receipts", new { before = Today });
        var reminded = await awaited.Content.ReadAsStringAsync();
        Assert.Contains(cases[0].Id.ToString(), reminded, StringComparison.Ordinal);
        Assert.DoesNotContain(cases[1].Id.ToString(), reminded, StringComparison.Ordinal);
    }

    private async Task<(HttpClient Desk, StoredCase[] Cases)> Desk(string county, int cases) =>
        (app.As(Guid.CreateVersion7(), Roles.CountyStaff, county), await StoredCase.AtCounty(app, county, cases));

    private static string Reference(StoredCase it) => TransferReference.Of(new(it.Id)).Digits;

    private static Task<JsonElement> Import(HttpClient desk, string csv, bool dryRun = false) => Import(desk, Encoding.UTF8.GetBytes(csv), "text/csv", dryRun);

    private static async Task<JsonElement> Import(HttpClient desk, byte[] content, string type, bool dryRun = false)
    {
        using var answer = await Send(desk, content, type, dryRun);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<(int, string)> Refused(HttpClient desk, byte[] content, string type)
    {
        using var answer = await Send(desk, content, type, dryRun: false);
        return await Http.Refusal(answer);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient desk, byte[] content, string type, bool dryRun)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await desk.PostAsync($"/payments/imports?dryRun={dryRun}", body);
    }

    private static async Task<JsonElement> Lines(HttpClient desk, string status = "open") =>
        (await desk.GetFromJsonAsync<JsonElement>($"/payments?status={status}")).GetProperty("lines");

    private static async Task<JsonElement> Fee(HttpClient reader, StoredCase it) => (await reader.GetFromJsonAsync<JsonElement>(it.Address)).GetProperty("feeAccount");

    private static (string?, string?) StatusAndReason(JsonElement fee) => (fee.GetProperty("status").GetString(), fee.GetProperty("reason").GetString());

    private static async Task<string> Printed(HttpClient reader, StoredCase it)
    {
        using var answer = await reader.GetAsync($"{it.Address}/fee-receipt.pdf");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return string.Concat(PdfText.Of(await answer.Content.ReadAsByteArrayAsync()).Where(letter => !char.IsWhiteSpace(letter)));
    }

    private static string Said(JsonElement report) =>
        $"{report.GetProperty("received")} received, {report.GetProperty("toClarify")} to clarify, {report.GetProperty("known")} known, {report.GetProperty("refused")} refused, {report.GetProperty("stored").GetBoolean()}";
}
