using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Flags from what was posted over HTTP: which are raised, who sees them, how they are settled and what a correction needs.</summary>
[Trait("Category", "Servers")]
public sealed class FlagTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task Two_trainings_at_once_are_flagged_for_both_prefectures_and_the_JMA_only_and_credited_all_the_same()
    {
        var person = await Introduced();
        var (tokyo, yokohama) = (await Training("13"), await Training("14"));
        await app.PostList("ORG-1", tokyo, person.Row());
        await app.PostList("ORG-1", yokohama, person.Row());

        var flag = await FlagOf(person, "13");
        var page = await Body("13", $"/flags/{flag}");

        Assert.Equal(2, (await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me")).Body())["entries"]?.AsArray().Count);
        Assert.Equal(("two-places", "open", 120), (Text(page["line"], "kind"), Text(page["line"], "status"), page["line"]?["much"]?.GetValue<int>()));
        Assert.Equal([true, false], page["rows"]?.AsArray().OrderBy(it => Text(it, "prefecture")).Select(it => it?["mayCorrect"]?.GetValue<bool>() ?? false));
        Assert.Equal(flag, await FlagOf(person, "14"));
        Assert.Equal(flag, await FlagOf(person, Association.Jma));
        Assert.Equal(HttpStatusCode.NotFound, (await Desk("15").GetAsync($"/flags/{flag}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Settle("15", flag, "corrected")).StatusCode);
        Assert.Empty(Lines(await Body("15", "/flags"), person));
        Assert.Contains("flag", await app.AsPhysician(person.Id.Value).GetStringAsync("/ledgers/me/accesses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settled_flag_stays_away_until_another_training_overlaps_as_well()
    {
        var person = await Introduced();
        var (first, second, third) = (await Training("13"), await Training("13"), await Training("13"));
        await app.PostList("ORG-1", first, person.Row());
        await app.PostList("ORG-1", second, person.Row());
        var flag = await FlagOf(person, "13");
        var row = (await Body("13", $"/flags/{flag}"))["rows"]?.AsArray().First(it => it?["trainingId"].Id() == second);

        using var nothing = await Desk("13").PostAsJsonAsync($"/flags/{flag}/settlement", new { verdict = "perhaps" });
        using var withdrawn = await Desk("13").PostAsJsonAsync($"/trainings/{second}/attendance/{row?["entryId"].Id()}/withdrawal", new { reason = "別の会場にいました" });
        using var settled = await Settle("13", flag, "corrected");
        using var again = await Settle("13", flag, "corrected");
        using var otherwise = await Settle(Association.Jma, flag, "nothing-found");
        var over = await Body("13", $"/flags/{flag}");
        await app.PostList("ORG-1", third, person.Row());
        var back = await FlagOf(person, "13");

        Assert.Equal(["verdict", "remark"], (await nothing.Body())["refusals"]?.AsArray().Select(it => Text(it, "subject")));
        Assert.Equal([204, 204, 204, 409], new[] { withdrawn, settled, again, otherwise }.Select(it => (int)it.StatusCode));
        Assert.Equal(("settled", "corrected"), (Text(over["line"], "status"), Text(over["line"], "verdict")));
        Assert.Equal([("13", "名簿と照合しました")], over["settlements"]?.AsArray().Select(it => (Text(it, "desk"), Text(it, "remark"))));
        Assert.Equal(flag, back);
    }

    [Fact]
    public async Task Rows_added_on_a_later_day_are_flagged_but_not_on_the_day_of_the_first_list_and_not_what_staff_typed()
    {
        await using var other = new CreditsApp();
        await other.InitializeAsync();
        var people = Enumerable.Range(0, 4).Select(_ => Steps.Somebody()).ToArray();
        await other.Introduce(people);
        var training = await other.DesignatedTraining("ORG-1", "life-update");
        var (sameDay, nextDay) = (BusinessCalendar.StartOf(new(2026, 11, 23)).AddTicks(-10), BusinessCalendar.StartOf(new(2026, 11, 23)));

        await other.PostList("ORG-1", training, people[0].Row());
        other.Clock.Now = sameDay;
        await other.PostList("ORG-1", training, people[1].Row());
        other.Clock.Now = nextDay;
        await other.As(Roles.PrefectureStaff, "13").PostAsJsonAsync($"/trainings/{training}/attendance/typed", new[] { Typed(people[3]) });
        await other.PostList("ORG-1", training, people[0].Row() + people[2].Row() + Steps.Somebody().Row());
        using var jma = other.As(Roles.JmaStaff, Association.Jma);
        var line = await Eventually.Get(async () => (await (await jma.GetAsync("/flags?kind=list-grew")).Body())["items"]?.AsArray().SingleOrDefault());
        var page = await (await other.As(Roles.PrefectureStaff, "13").GetAsync($"/flags/{line["flagId"].Id()}")).Body();

        Assert.Equal((2, "2026-11-23"), (line["much"]?.GetValue<int>(), Text(line, "day")));
        Assert.Equal([people[2].LicenceNumber], page["rows"]?.AsArray().Select(it => Text(it, "licenceNumber")));
    }

    [Fact]
    public async Task A_session_designated_with_more_units_than_hours_is_one_flag_for_the_training()
    {
        var people = new[] { Steps.Somebody(), Steps.Somebody() };
        await app.Introduce(people);
        var training = await app.Designated("ORG-1", "27", new
        {
            title = "三単位の講義",
            prefecture = "27",
            sessions = new[] { new { title = "講義", date = "2026-11-20", start = "14:00", end = "16:00", place = "大阪", mode = "onsite", category = "life-update", units = 3 } },
        });
        await app.PostList("ORG-1", training, people[0].Row() + people[1].Row());

        var line = await Eventually.Get(async () => (await Body("27", "/flags?kind=units-over-hours"))["items"]?.AsArray().SingleOrDefault());

        Assert.Equal((180, 120), (line["much"]?.GetValue<int>(), line["fitting"]?.GetValue<int>()));
        Assert.Null(line["physicianId"]);
    }

    private async Task<Person> Introduced()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        return person;
    }

    private Task<Guid> Training(string prefecture) => app.Designated("ORG-1", prefecture, Steps.Draft(["life-update"], prefecture: prefecture));

    private async Task<Guid> FlagOf(Person person, string association)
    {
        var line = await Eventually.Get(async () => Lines(await Body(association, "/flags"), person).SingleOrDefault());
        return line["flagId"].Id();
    }

    private static object Typed(Person it) => new
    {
        it.LicenceNumber,
        it.FamilyName,
        it.GivenName,
        birthDate = "1975-06-01",
        session = "1",
        role = "attendee",
        mode = "onsite",
        attendance = "full",
    };

    private static IEnumerable<JsonNode> Lines(JsonNode page, Person person) =>
        page["items"]?.AsArray().OfType<JsonNode>().Where(it => Text(it, "licenceNumber") == person.LicenceNumber) ?? [];

    private HttpClient Desk(string association) => app.As(association is Association.Jma ? Roles.JmaStaff : Roles.PrefectureStaff, association);

    private Task<HttpResponseMessage> Settle(string association, Guid flag, string verdict) =>
        Desk(association).PostAsJsonAsync($"/flags/{flag}/settlement", new { verdict, remark = "名簿と照合しました" });

    private async Task<JsonNode> Body(string association, string address) => await (await Desk(association).GetAsync(address)).Body();

    private static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();
}
