using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Published = Mamis.Contracts.TrainingCredits;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Corrections over HTTP, and the ledger that tells of them: now, as known on a day, and to take away.</summary>
[Trait("Category", "Servers")]
public sealed class CorrectionTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private static readonly object Why = new { reason = "別人の出席でした" };
    private static readonly object Partial = new { role = "attendee", mode = "onsite", attendance = "partial", reason = "途中で退席" };

    [Fact]
    public async Task A_withdrawn_attendance_stays_in_the_ledger_with_its_reason_and_counts_nowhere()
    {
        var (person, training, entry) = await Credited();

        var withdrawn = await As(Roles.Organizer, "ORG-1").PostAsJsonAsync(Withdrawal(training, entry), Why);
        var again = await (await app.PostList("ORG-1", training, person.Row())).Body();
        var ledger = await Ledger(person);

        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal("ATTENDANCE_WITHDRAWN", again["results"]?[0]?["code"]?.GetValue<string>());
        var line = Assert.Single(ledger["entries"]?.AsArray() ?? []);
        Assert.Equal(("withdrawn", "別人の出席でした"), (line?["status"]?.GetValue<string>(), line?["reason"]?.GetValue<string>()));
        Assert.Equal(["posted", "withdrawn"], line?["history"]?.AsArray().Select(it => it?["what"]?.GetValue<string>()));
        Assert.Equal(0, ledger["totals"]?[0]?["units"]?.GetValue<int>());
        await app.Services.Told<Published.CreditWithdrawn>(it => it.EntryId == entry);
    }

    [Fact]
    public async Task A_correction_by_the_prefecture_is_another_entry_from_the_same_row()
    {
        var (person, training, entry) = await Credited();

        var corrected = await As(Roles.PrefectureStaff, "13").PostAsJsonAsync(Correction(training, entry), Partial);
        var lines = (await Ledger(person))["entries"]?.AsArray() ?? [];

        Assert.Equal(HttpStatusCode.NoContent, corrected.StatusCode);
        var stands = Assert.Single(lines, it => it?["status"]?.GetValue<string>() == "posted");
        Assert.Equal(("partial", "corrected", 1), (stands?["attendance"]?.GetValue<string>(), stands?["history"]?[0]?["what"]?.GetValue<string>(), stands?["listRow"]?.GetValue<int>()));
        Assert.Equal(entry, Assert.Single(lines, it => it?["status"]?.GetValue<string>() == "withdrawn")?["entryId"].Id());
    }

    [Fact]
    public async Task Others_do_not_find_the_attendance_and_a_reason_is_needed()
    {
        var (_, training, entry) = await Credited();

        var answers = new[]
        {
            await As(Roles.Organizer, "ORG-2").PostAsJsonAsync(Withdrawal(training, entry), Why),
            await As(Roles.PrefectureStaff, "14").PostAsJsonAsync(Withdrawal(training, entry), Why),
            await As(Roles.Organizer, "ORG-1").PostAsJsonAsync(Withdrawal(training, Guid.CreateVersion7()), Why),
            await As(Roles.CountyStaff, "13-001").PostAsJsonAsync(Withdrawal(training, entry), Why),
            await As(Roles.Organizer, "ORG-1").PostAsJsonAsync(Correction(training, entry), new { role = "guest", reason = " " }),
        };

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity],
            answers.Select(it => it.StatusCode));
        Assert.Equal(
            ["role", "mode", "attendance", "reason"],
            (await answers[^1].Body())["refusals"]?.AsArray().Select(it => it?["subject"]?.GetValue<string>()));
    }

    [Fact]
    public async Task What_an_application_counts_is_refused_with_what_to_do()
    {
        var (person, training, entry) = await Credited();
        await app.Bus.Bus.Publish(new ApplicationSubmitted
        {
            ApplicationId = Guid.CreateVersion7(),
            PhysicianId = person.Id.Value,
            Round = 1,
            EntryIds = [entry],
            OccurredAt = default,
        });
        await Eventually.True(async () => (await Ledger(person))["entries"]?[0]?["status"]?.GetValue<string>() == "set-aside");

        var refused = await As(Roles.Organizer, "ORG-1").PostAsJsonAsync(Withdrawal(training, entry), Why);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("CREDIT_SET_ASIDE", (await refused.Body())["code"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("2026-11-21", 0)]
    [InlineData("2026-11-22", 2)]
    public async Task The_ledger_as_known_on_a_day_holds_what_was_known_by_its_end(string day, int units)
    {
        var (person, _, _) = await Credited();

        var ledger = await (await app.AsPhysician(person.Id.Value).GetAsync($"/ledgers/me?asKnownOn={day}")).Body();

        Assert.Equal(units, ledger["totals"]?.AsArray().Sum(it => it?["units"]?.GetValue<int>()));
        Assert.Equal(day, ledger["asKnownOn"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_ledger_is_taken_away_as_a_table_or_as_JSON()
    {
        var (person, _, entry) = await Credited();
        using var me = app.AsPhysician(person.Id.Value);

        var table = await me.GetAsync("/ledgers/me/export?format=csv");
        var json = await (await me.GetAsync("/ledgers/me/export?format=json")).Body();
        var strange = await me.GetAsync("/ledgers/me/export?format=xls");

        var lines = Encoding.UTF8.GetString(await table.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Equal("text/csv", table.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith($"{entry},2026-11-21,life-update,,2,posted,mamis,", lines[1], StringComparison.Ordinal);
        Assert.Equal(entry, json["entries"]?[0]?["entryId"].Id());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, strange.StatusCode);
    }

    private async Task<(Person Person, Guid Training, Guid Entry)> Credited()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        await app.Settle(person, "13-001", "13");
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        var posted = await (await app.PostList("ORG-1", training, person.Row())).Body();

        return (person, training, posted["results"]?[0]?["entryId"].Id() ?? default);
    }

    private HttpClient As(string role, string association) => app.As(role, association);

    private async Task<JsonNode> Ledger(Person person) => await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me")).Body();

    private static string Withdrawal(Guid training, Guid entry) => $"/trainings/{training}/attendance/{entry}/withdrawal";

    private static string Correction(Guid training, Guid entry) => $"/trainings/{training}/attendance/{entry}/correction";
}
