using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.EventStore;
using Mamis.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Certification.Tests.Integration;

/// <summary>The committee decides on a list: each case as it would be alone, and none holds up the others.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class ManyApprovalTests(CertificationApp app)
{
    private const string County = "13-051";
    private static readonly DateOnly Day = TimeProvider.System.Today();

    private readonly Guid _committee = Guid.CreateVersion7();

    private HttpClient Jma => app.As(_committee, Roles.JmaStaff, "JMA");

    [Fact]
    public async Task Good_ones_go_through_though_others_are_refused_and_a_dry_run_stores_nothing()
    {
        var cases = await StoredCase.AtJma(app, County, 40);
        var elsewhere = (await StoredCase.AtCounty(app, County))[0];
        var decided = (await StoredCase.AtJma(app, County, 1))[0];
        await app.Services.GetRequiredService<IEventStore>().Append(new Changes().Append<Application>(decided.Id, 6, [new ApplicationWithdrawn(new(decided.Physician))]), default);
        object[] list =
        [
            .. cases.Select((it, i) => new { application = i % 2 == 0 ? it.Id.ToString() : it.ReceiptNumber.ToLowerInvariant() }),
            new { application = elsewhere.ReceiptNumber }, new { application = decided.ReceiptNumber }, new { application = cases[0].ReceiptNumber }, new { application = "no such" },
        ];

        var tried = await Sent(new { cases = list, certifiedOn = Day, dryRun = true });
        Assert.Equal((40, 4, false), Counts(tried));
        Assert.All(cases, it => Assert.Equal(6, Row(tried, it).GetProperty("version").GetInt64()));
        Assert.Equal((0, 44, true), Counts(await Sent(new { cases = list })));

        var stored = await Sent(new { cases = list, certifiedOn = Day });
        Assert.Equal((40, 4, true), Counts(stored));
        Assert.Equal(
            ["APPLICATION_NOT_AT_YOUR_DESK", "APPLICATION_OVER", "CASE_TWICE_IN_LIST", "APPLICATION_UNKNOWN"],
            stored.GetProperty("results").EnumerateArray().Skip(40).Select(it => it.GetProperty("mistakes")[0].GetProperty("code").GetString()));
        Assert.All(cases, it => Assert.Equal(ApplicationStatus.Granted, Now(it).Status));
    }

    [Fact]
    public async Task Four_eyes_hold_in_a_list_and_what_changed_since_it_was_looked_at_is_left_out()
    {
        var cases = await StoredCase.AtJma(app, County, 2);
        using var other = app.As(StoredCase.OtherClerk.Value, Roles.JmaStaff, "JMA");
        using var answer = await other.PostAsJsonAsync("/applications/approvals", new { cases = cases.Select(it => new { application = it.Id }), certifiedOn = Day });
        var refused = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var old = await Sent(new { cases = new[] { new { application = cases[0].Id, ifVersion = 5 }, new { application = cases[1].Id, ifVersion = 6 } }, certifiedOn = Day });

        Assert.All(refused.GetProperty("results").EnumerateArray(), it => Assert.Equal("FOUR_EYES", it.GetProperty("mistakes")[0].GetProperty("code").GetString()));
        Assert.Equal((1, 1, true), Counts(old));
        Assert.Equal("CHANGED_MEANWHILE", old.GetProperty("results")[0].GetProperty("mistakes")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Repeated_under_one_key_it_is_done_once_and_decided_again_it_changes_nothing()
    {
        var cases = (await StoredCase.AtJma(app, County, 3)).Select(it => new { application = it.Id }).ToArray();
        using var client = Jma;
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());

        Assert.Equal((3, 0, true), Counts(await Sent(client, new { cases, certifiedOn = Day })));
        Assert.Equal((3, 0, true), Counts(await Sent(client, new { cases, certifiedOn = Day })));
        Assert.Equal(3, (await Sent(new { cases, certifiedOn = Day })).GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task A_list_has_cases_and_not_too_many_and_is_the_JMAs()
    {
        var cases = new[] { new { application = "x" } };

        Assert.Equal((422, "FIELD_MISSING"), await Jma.IsRefused("/applications/approvals", new { cases = Array.Empty<object>() }));
        Assert.Equal((422, "BATCH_TOO_LARGE"), await Jma.IsRefused("/applications/approvals", new { cases = Enumerable.Repeat(cases[0], 2_001) }));
        Assert.Equal((403, "NOT_ALLOWED"), await app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "13").IsRefused("/applications/approvals", new { cases }));
    }

    private Task<JsonElement> Sent(object body) => Sent(Jma, body);

    private static async Task<JsonElement> Sent(HttpClient client, object body)
    {
        using var answer = await client.PostAsJsonAsync("/applications/approvals", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Application Now(StoredCase it) =>
        app.Services.GetRequiredService<IEventStore>().Load<Application>(it.Id, default).GetAwaiter().GetResult().State;

    private static JsonElement Row(JsonElement report, StoredCase it) =>
        report.GetProperty("results").EnumerateArray().First(row => row.GetProperty("id").ValueKind == JsonValueKind.String && row.GetProperty("id").GetGuid() == it.Id);

    private static (int, int, bool) Counts(JsonElement report) =>
        (report.GetProperty("approved").GetInt32(), report.GetProperty("refused").GetInt32(), report.GetProperty("stored").GetBoolean());
}
