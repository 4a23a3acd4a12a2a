using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>The proof that everybody was told, and the red number where it fails (G2).</summary>
[Trait("Category", "Servers")]
public sealed class CoverageTests : IAsyncLifetime, IDisposable
{
    private readonly NotificationsApp _app = new() { Delivers = false };

    private DateOnly Today => _app.Clock.Today();

    private DateOnly End => Today.AddDays(60);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_the_rules_ask_for_is_a_gap_until_the_run_has_told_it()
    {
        await Know(Holder.Member(End));
        var before = await Report();
        await _app.RunForToday();
        var after = await Report();

        Assert.Equal((5, 5), (Number(before, "asked"), Number(before, "unexplained")));
        Assert.Equal(["NOT_TOLD"], Gaps(before).Select(it => $"{it["code"]}").Distinct());
        Assert.Equal((5, 0), (Number(after, "asked"), Number(after, "unexplained")));
        Assert.Equal(5, Counts(after).Sum(it => it["number"]?.GetValue<int>()));
    }

    [Fact]
    public async Task The_window_opens_on_the_lead_day_and_closes_with_the_term_N1()
    {
        var end = Today.AddDays(10);
        await Know(Holder.NonMember(end));

        Assert.Equal(0, Number(await Report($"?on={end.MonthsAfter(-12).AddDays(-1):yyyy-MM-dd}"), "asked"));
        Assert.Equal(2, Number(await Report($"?on={end.MonthsAfter(-12):yyyy-MM-dd}"), "asked"));
        Assert.Equal(4, Number(await Report($"?on={end:yyyy-MM-dd}"), "asked"));
        Assert.Equal(0, Number(await Report($"?on={end.AddDays(1):yyyy-MM-dd}"), "asked"));
    }

    [Fact]
    public async Task A_notice_that_vanished_and_one_that_doubled_are_found_out()
    {
        await Know(Holder.NonMember(End));
        await _app.RunForToday();
        await _app.Database.Do("delete from notice_cards where route = 'ListForDesk'", new { }, CancellationToken.None);
        await _app.Database.Do(
            "insert into notice_cards select (json_populate_record(n, json_build_object('id', gen_random_uuid()))).* from notice_cards n where kind = 'OneYear'",
            new { },
            CancellationToken.None);

        Assert.Equal(["NOT_TOLD", "TOLD_TWICE"], Gaps(await Report()).Select(it => $"{it["code"]}").Order());
    }

    [Fact]
    public async Task A_reason_on_record_is_no_gap_and_each_is_named()
    {
        var (waived, noDesk, news) = (Holder.NonMember(End), Holder.NonMember(End), Holder.NonMember(End));
        await _app.Know([waived.Term(), noDesk.Term()], [waived.Standing()]);
        await _app.RunForToday();
        await _app.Know([news.Term() with { OccurredAt = _app.Clock.GetUtcNow() }], [news.Standing()]);
        await _app.Publish(new CertificateEnded { CertificateId = Guid.CreateVersion7(), PhysicianId = waived.PhysicianId, Reason = "lapsed", Version = 2, OccurredAt = default });
        await _app.Database.Do("update notice_cards set state = 'Waived', code = 'NO_ADDRESS' where route = 'DeskToPhysician'", new { }, CancellationToken.None);
        var report = await Report();

        Assert.Equal(0, Number(report, "unexplained"));
        Assert.Equal(
            ["DESK_UNKNOWN", "KNOWN_SINCE_TODAY", "NO_ADDRESS"],
            Counts(report).Where(it => $"{it["outcome"]}" == "explained").Select(it => $"{it["code"]}").Distinct().Order());
    }

    [Fact]
    public async Task A_past_day_is_judged_by_the_terms_of_that_day()
    {
        var holder = Holder.NonMember(End);
        await Know(holder);
        await _app.Know([holder.Term(version: 2, validTo: End.AddYears(5)) with { OccurredAt = _app.Clock.GetUtcNow() }], []);

        Assert.Equal(4, Number(await Report($"?on={Today.AddDays(-1):yyyy-MM-dd}"), "unexplained"));
        Assert.Equal(0, Number(await Report(), "asked"));
    }

    [Fact]
    public async Task An_end_waives_what_has_not_left_the_house()
    {
        var holder = Holder.NonMember(End);
        await Know(holder);
        await _app.RunForToday();
        var end = new CertificateEnded { CertificateId = holder.CertificateId, PhysicianId = holder.PhysicianId, Reason = "lapsed", Version = 2, OccurredAt = default };
        await _app.Publish(end);
        await _app.Publish(end);

        await NotificationsApp.Eventually(() => _app.Database.Find<string>(
            "select 'waived' from notice_cards where state = 'Waived' and code = 'CERTIFICATE_ENDED' having count(*) = 3", new { }, CancellationToken.None));
        Assert.Equal("Listed", await _app.Database.Find<string>("select state from notice_cards where route = 'ListForDesk'", new { }, CancellationToken.None));
    }

    [Theory]
    [InlineData(Roles.CountyStaff, "13-001", "", 5)]
    [InlineData(Roles.PrefectureStaff, "13", "", 5)]
    [InlineData(Roles.PrefectureStaff, "13", "?association=13-001", 5)]
    [InlineData(Roles.JmaStaff, "JMA", "?association=27", 4)]
    [InlineData(Roles.Auditor, "JMA", "", 9)]
    public async Task An_association_sees_those_it_reaches_D4(string role, string association, string query, int asked)
    {
        await Know(Holder.Member(End), Holder.NonMember(End));

        Assert.Equal(asked, Number(await Report(query, role, association), "asked"));
    }

    [Theory]
    [InlineData("?association=27", HttpStatusCode.Forbidden, "ASSOCIATION_OUT_OF_REACH")]
    [InlineData("?association=JMA", HttpStatusCode.Forbidden, "ASSOCIATION_OUT_OF_REACH")]
    [InlineData("?on=9999-12-31", HttpStatusCode.UnprocessableEntity, "AS_OF_TOO_LATE")]
    public async Task Out_of_reach_is_refused(string query, HttpStatusCode status, string code)
    {
        using var client = _app.As(TestTokens.For(Roles.PrefectureStaff, association: "13"));

        foreach (var path in (string[])["/coverage", "/coverage.csv"])
        {
            using var answer = await client.GetAsync(path + query);
            Assert.Equal((status, code), (answer.StatusCode, $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())?["code"]}"));
        }
    }

    [Fact]
    public async Task The_file_holds_every_line_and_no_formula()
    {
        var holder = Holder.NonMember(End);
        await _app.Know([holder.Term() with { Number = "=HYPERLINK(\"x\")" }], [holder.Standing()]);
        await _app.RunForToday();
        using var client = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        var file = await client.GetByteArrayAsync("/coverage.csv");
        var lines = Encoding.UTF8.GetString(file).Split("\r\n");

        Assert.True(file.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(6, lines.Length);
        Assert.All(lines[1..5], it => Assert.Contains(",\"'=HYPERLINK(\"\"x\"\")\",", it, StringComparison.Ordinal));
    }

    private Task Know(params Holder[] holders) => _app.Know(holders.Select(it => it.Term()), holders.Select(it => it.Standing()));

    private async Task<JsonObject> Report(string query = "", string role = Roles.JmaStaff, string association = "JMA")
    {
        using var client = _app.As(TestTokens.For(role, association: association));
        return await client.GetFromJsonAsync<JsonObject>($"/coverage{query}") ?? [];
    }

    private static int Number(JsonObject report, string name) => report[name]?.GetValue<int>() ?? -1;

    private static IEnumerable<JsonNode> Gaps(JsonObject report) => (report["gaps"]?.AsArray() ?? []).OfType<JsonNode>();

    private static IEnumerable<JsonNode> Counts(JsonObject report) => (report["counts"]?.AsArray() ?? []).OfType<JsonNode>();
}
