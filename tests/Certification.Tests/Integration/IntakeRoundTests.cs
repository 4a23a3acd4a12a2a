using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mamis.Certification.Domain.Rounds;
using Mamis.Certification.Features.Rounds;
using Mamis.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Calendars by form and by file, the round of an application, and what each desk must hand on until when.</summary>
[Collection(RoundsCollection.Name)]
[Trait("Category", "Servers")]
public sealed class IntakeRoundTests(CertificationApp app)
{
    private const string Header = "scheme,fiscalYear,round,association,opens,closes\n";

    private readonly HttpClient _jma = app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA");
    private readonly HttpClient _prefecture = app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "13");
    private readonly HttpClient _county = app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001");
    private readonly HttpClient _service = app.As(Guid.CreateVersion7(), Roles.Service);

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task Each_desk_has_its_own_deadline_and_the_case_follows_the_calendar()
    {
        // The deadline moves by two days below, and must not leave its fiscal year by that.
        var left = FiscalYear.Of(Today.AddDays(12)) == FiscalYear.Of(Today.AddDays(14)) ? 12 : 10;
        var (own, behind, deadline) = (Today.AddDays(3), Today.AddDays(5), Today.AddDays(left));
        var round = await Planned(1, deadline);
        var next = await Planned(2, deadline.AddDays(30));
        Assert.Equal((422, "CLOSES_AFTER_JMA_DEADLINE"), await _prefecture.IsRefused($"/intake-rounds/{round}/windows", new { closes = deadline.AddDays(1) }));
        await _prefecture.Does($"/intake-rounds/{round}/windows", new { closes = behind });
        Assert.Equal((422, "CLOSES_AFTER_DESK_BEHIND"), await _county.IsRefused($"/intake-rounds/{round}/windows", new { closes = behind.AddDays(1) }));
        await _county.Does($"/intake-rounds/{round}/windows", new { opens = Today, closes = own });

        var physician = await new InventedPhysician(app).Known();
        await physician.GainedTwenty();
        await physician.Evaluated(total: 20);
        var application = await physician.Drafted();
        var draft = await physician.Client.GetFromJsonAsync<JsonElement>(application);
        Assert.Equal((round, $"{own:yyyy-MM-dd}"), RoundOf(draft.GetProperty("intakeToday")));
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("intake").ValueKind);
        await physician.Client.Does($"{application}/submission");
        await physician.LedgerSetsAside(application);
        var submitted = await physician.Client.GetFromJsonAsync<JsonElement>(application);
        Assert.Equal((round, $"{own:yyyy-MM-dd}"), RoundOf(submitted.GetProperty("intake")));
        Assert.Contains(submitted.GetProperty("history").EnumerateArray(), it => it.GetProperty("what").GetString() == "intake-round-assigned");

        // The county hands on until the prefecture closes, and the prefecture until the JMA does.
        Assert.Equal((behind, 5), await FirstOf(_county));
        Assert.Equal((behind, 1, Today), await Deadline(round, "13-001"));
        await _county.Does($"{application}/fee-receipts", new { amount = 10_000, receivedOn = Today });
        await _county.Does($"{application}/original-receipts", new { receivedOn = Today });
        await _county.Does($"{application}/approvals");
        Assert.Equal((deadline, left), await FirstOf(_prefecture));
        Assert.Null(await Deadline(round, "13-001"));

        // A deadline that moves takes its cases along; a round that is withdrawn leaves them to the next.
        await Planned(1, deadline.AddDays(2));
        Assert.Equal((deadline.AddDays(2), left + 2), await FirstOf(_prefecture));
        Assert.Equal((deadline.AddDays(2), 1, Today), await Deadline(round, "13"));
        await _jma.Does($"/intake-rounds/{round}/withdrawal");
        await app.Services.GetServices<IHostedService>().OfType<FollowCalendarSweep>().Single().Sweep(default);
        Assert.Equal((deadline.AddDays(30), left + 30), await FirstOf(_prefecture));
        Assert.Null(await Deadline(next, "13"));
        Assert.Equal((deadline.AddDays(30), 1, Today), await Deadline(next, "13", asOf: deadline.AddDays(90)));
        Assert.Null(await Deadline(next, "13", asOf: deadline.AddDays(91)));
        await physician.Client.Does($"{application}/withdrawal");
    }

    [Fact]
    public async Task A_file_is_tried_then_taken_as_a_whole_and_comes_out_as_it_went_in()
    {
        var first = $"{Header}occupational,2040,1,JMA,,2040-05-01\noccupational,2040,2,JMA,,2040/7/1\n";
        Assert.Equal((2, 0, false), Counts(await Import(_jma, first, dryRun: true)));
        Assert.DoesNotContain("2040-05-01", await _jma.GetStringAsync("/intake-rounds.csv?fiscalYear=2040"), StringComparison.Ordinal);
        Assert.Equal((2, 0, true), Counts(await Import(_jma, first)));
        Assert.Equal((0, 0, true), Counts(await Import(_jma, first)));

        // One bad row, and nothing of the file is stored; every mistake has its row and its column.
        var bad = $"{Header}occupational,2040,1,13,2040-04-01,2040-04-21\noccupational,2040,2,13,2040-06-30,2040-07-02\nsport,40,x,13,,soon\noccupational,2040,2,14,,2040-06-20\noccupational,2040,1,13,,2040-04-20\noccupational,2040,9,13,,2040-04-20\n1,2\n";
        var report = await Import(_prefecture, bad);
        Assert.Equal((1, 6, false), Counts(report));
        Assert.Equal(
            ["", "CLOSES_AFTER_JMA_DEADLINE closes", "FIELD_INVALID scheme|FIELD_INVALID fiscalYear|FIELD_INVALID round|FIELD_INVALID closes", "NOT_YOUR_ASSOCIATION association", "DUPLICATE_IN_FILE ", "INTAKE_ROUND_UNKNOWN ", "ROW_MALFORMED "],
            report.GetProperty("results").EnumerateArray().Select(row => string.Join('|', row.GetProperty("mistakes").EnumerateArray().Select(it => $"{it.GetProperty("code")} {it.GetProperty("subject")}"))));
        var file = await _prefecture.GetStringAsync("/intake-rounds.csv?fiscalYear=2040");
        Assert.Equal($"{Header}occupational,2040,1,13,,\noccupational,2040,2,13,,\n", file.TrimStart('\uFEFF').ReplaceLineEndings("\n"));

        // The empty cells of the file are filled in: 21 April 2040 is a Saturday, which is said and taken.
        var filled = await Import(_prefecture, $"{Header}occupational,2040,1,13,2040-04-02,2040-04-21\noccupational,2040,2,13,,\n");
        Assert.Equal((1, 0, true), Counts(filled));
        Assert.Equal("saturday", filled.GetProperty("results")[0].GetProperty("closesDayOff").GetString());
        var calendar = await _prefecture.GetFromJsonAsync<JsonElement>("/intake-rounds?fiscalYear=2040");
        Assert.Equal(["2040-04-21", "2040-07-01"], calendar.GetProperty("rounds").EnumerateArray().Select(it => it.GetProperty("closes").GetString()));
    }

    [Fact]
    public async Task What_is_no_calendar_is_refused_as_a_whole_and_only_the_JMA_plans()
    {
        using var columns = await Send(_jma, "scheme,round,round,colour\n");
        using var open = await Send(_jma, $"{Header}\"occupational,2041");
        using var long2001 = await Send(_jma, Header + string.Concat(Enumerable.Repeat("occupational,2041,1,JMA,,2041-05-01\n", 2_001)));
        using var json = await _jma.PostAsJsonAsync("/intake-rounds/imports", new { });

        Assert.Equal((422, "COLUMN_MISSING COLUMN_MISSING COLUMN_MISSING COLUMN_MISSING COLUMN_UNKNOWN COLUMN_TWICE"), await Http.Refusal(columns));
        Assert.Equal((422, "FILE_UNREADABLE"), await Http.Refusal(open));
        Assert.Equal((422, "CALENDAR_TOO_LONG"), await Http.Refusal(long2001));
        Assert.Equal((422, "FILE_TYPE_WRONG"), await Http.Refusal(json));
        Assert.Equal((403, "NOT_ALLOWED"), await _prefecture.IsRefused("/intake-rounds", new { scheme = "occupational", fiscalYear = 2041, round = 1, closes = "2041-05-01" }));
        Assert.Equal((422, "FIELD_MISSING"), await _service.IsRefused("/internal/desk-deadlines"));
        Assert.Equal((422, "FIELD_INVALID"), await _service.IsRefused("/internal/desk-deadlines", new { asOf = "0001-01-02" }));
        Assert.Equal((422, "FIELD_INVALID"), await _county.IsRefusedReading("/applications/queue?due=never"));
        Assert.Equal((422, "FIELD_INVALID"), await _county.IsRefusedReading("/intake-rounds?fiscalYear=1"));
    }

    private async Task<Guid> Planned(int number, DateOnly closes)
    {
        var fiscalYear = FiscalYear.Of(closes);
        using var answer = await _jma.PostAsJsonAsync("/intake-rounds", new { scheme = "occupational", fiscalYear, round = number, closes });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static (Guid, string?) RoundOf(JsonElement intake) => (intake.GetProperty("round").GetGuid(), intake.GetProperty("closes").GetString());

    private static async Task<(DateOnly, int)> FirstOf(HttpClient desk)
    {
        var queue = await desk.GetFromJsonAsync<JsonElement>("/applications/queue");
        var intake = queue.GetProperty("applications")[0].GetProperty("intake");

        return (DateOnly.Parse(intake.GetProperty("forwardBy").GetString() ?? "", CultureInfo.InvariantCulture), intake.GetProperty("daysLeft").GetInt32());
    }

    private async Task<(DateOnly Deadline, int Open, DateOnly Oldest)?> Deadline(Guid round, string association, DateOnly? asOf = null)
    {
        using var answer = await _service.PostAsJsonAsync("/internal/desk-deadlines", new { asOf = asOf ?? Today });
        var row = (await answer.Content.ReadFromJsonAsync<Row[]>() ?? []).SingleOrDefault(it => it.RoundId == round && it.Association == association);

        return row is null ? null : (row.Deadline, row.Open, row.OldestSubmittedOn);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string text, bool dryRun = false)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return await client.PostAsync($"/intake-rounds/imports?dryRun={(dryRun ? "true" : "false")}", content);
    }

    private static async Task<JsonElement> Import(HttpClient client, string text, bool dryRun = false)
    {
        using var answer = await Send(client, text, dryRun);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static (int Changed, int Refused, bool Stored) Counts(JsonElement report) =>
        (report.GetProperty("changed").GetInt32(), report.GetProperty("refused").GetInt32(), report.GetProperty("stored").GetBoolean());

    private sealed record Row(string Association, Guid RoundId, DateOnly Deadline, int Open, DateOnly OldestSubmittedOn);
}
