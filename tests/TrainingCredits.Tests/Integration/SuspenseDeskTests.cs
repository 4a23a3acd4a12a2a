using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Held rows at the desk: who they may be about, matched or dropped.</summary>
[Trait("Category", "Servers")]
public sealed class SuspenseDeskTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private static int _number = 20_000;

    private static readonly object Why = new { reason = "主催者に確認し、医師ではない参加者でした" };

    [Fact]
    public async Task A_row_with_swapped_digits_is_offered_matched_and_shown_with_its_source()
    {
        var (person, training, row) = await Held();
        using var desk = app.As(Roles.PrefectureStaff, "13");
        var near = Assert.Single(row["nearMatches"]?.AsArray() ?? []);

        var matched = await desk.PostAsJsonAsync($"/suspense/{row["id"].Id()}/match", new { physicianId = near?["physicianId"].Id() });
        var again = await desk.PostAsJsonAsync($"/suspense/{row["id"].Id()}/match", new { physicianId = near?["physicianId"].Id() });
        var line = (await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me")).Body())["entries"]?[0];

        Assert.Equal(("number-mistyped", true), (near?["nearness"]?.GetValue<string>(), near?["sameBirthDate"]?.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.NoContent, matched.StatusCode);
        Assert.Equal("SUSPENDED_ROW_SETTLED", (await again.Body())["code"]?.GetValue<string>());
        Assert.Equal(["posted", "matched"], line?["history"]?.AsArray().Select(it => it?["what"]?.GetValue<string>()));
        Assert.Equal((training, 1), (line?["trainingId"].Id() ?? default, line?["listRow"]?.GetValue<int>()));
        Assert.Null(await Waiting(training));
    }

    [Fact]
    public async Task Whoever_is_offered_sees_which_desk_looked_D4()
    {
        var (person, _, _) = await Held();
        using var me = app.AsPhysician(person.Id.Value);
        var looks = (await (await me.GetAsync("/ledgers/me/accesses")).Body()).AsArray();

        Assert.Contains(looks, it => it?["what"]?.GetValue<string>() == "near-match");
    }

    [Fact]
    public async Task A_row_is_not_matched_with_just_anybody()
    {
        var (_, training, row) = await Held();
        var other = Steps.Somebody();
        await app.Introduce(other);
        using var desk = app.As(Roles.JmaStaff, Association.Jma);

        var refused = await desk.PostAsJsonAsync($"/suspense/{row["id"].Id()}/match", new { physicianId = other.Id.Value });
        var nobody = await desk.PostAsJsonAsync($"/suspense/{row["id"].Id()}/match", new { physicianId = Guid.CreateVersion7() });
        var stranger = await app.As(Roles.PrefectureStaff, "14").PostAsJsonAsync($"/suspense/{row["id"].Id()}/match", new { physicianId = other.Id.Value });
        var unnamed = await desk.PostAsJsonAsync($"/suspense/{row["id"].Id()}/match", new { });

        Assert.Equal<IEnumerable<string?>>(["NO_NEAR_MATCH", "NO_NEAR_MATCH", "SUSPENDED_ROW_UNKNOWN", "FIELD_INVALID"], await Task.WhenAll(
            new[] { refused, nobody, stranger, unnamed }.Select(async it => (await it.Body())["code"]?.GetValue<string>())));
        Assert.NotNull(await Waiting(training));
    }

    [Fact]
    public async Task A_dropped_row_forgets_whom_it_named_and_is_not_held_again()
    {
        var (person, training, row) = await Held();
        using var desk = app.As(Roles.PrefectureStaff, "13");

        var silent = await desk.PostAsJsonAsync($"/suspense/{row["id"].Id()}/drop", new { });
        var dropped = await desk.PostAsJsonAsync($"/suspense/{row["id"].Id()}/drop", Why);
        var posted = await (await app.PostList("ORG-1", training, Swapped(person).Row(), dryRun: true)).Body();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NoContent), (silent.StatusCode, dropped.StatusCode));
        Assert.Null(await Waiting(training));
        Assert.Equal("ROW_DROPPED", posted["results"]?[0]?["code"]?.GetValue<string>());
        await using var command = app.Database.CreateCommand($"select licence_number || family_name from suspense where training_id = '{training}'");
        Assert.Equal(string.Empty, await command.ExecuteScalarAsync());
    }

    /// <summary>Whoever is first decides, and a credit is entered once however often it is tried.</summary>
    [Fact]
    public async Task Many_who_match_the_same_row_at_once_credit_it_once()
    {
        var (person, _, row) = await Held();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.As(Roles.PrefectureStaff, "13")
            .PostAsJsonAsync($"/suspense/{row["id"].Id()}/match", new { physicianId = person.Id.Value })));
        var ledger = await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me")).Body();

        Assert.Single(answers, it => it.StatusCode is HttpStatusCode.NoContent);
        Assert.All(answers, it => Assert.True(it.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Conflict));
        Assert.Single(ledger["entries"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task A_training_without_a_list_is_shown_to_whom_it_concerns_until_one_comes()
    {
        var training = await app.DesignatedTraining("ORG-9", "life-update");
        using var organizer = app.As(Roles.Organizer, "ORG-9");

        var waiting = (await (await organizer.GetAsync("/trainings/unreported")).Body())["items"]?[0];
        var staff = await app.As(Roles.PrefectureStaff, "13").GetStringAsync("/trainings/unreported");
        var others = await app.As(Roles.PrefectureStaff, "14").GetStringAsync("/trainings/unreported");
        await app.PostList("ORG-9", training, Steps.Somebody().Row());
        var reported = await organizer.GetStringAsync("/trainings/unreported");

        Assert.Equal((training, 1, "in-time"), (waiting?["trainingId"].Id() ?? default, waiting?["days"]?.GetValue<int>(), waiting?["reporting"]?.GetValue<string>()));
        Assert.Equal((true, false, false), (Names(staff), Names(others), Names(reported)));

        bool Names(string list) => list.Contains(training.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notifications_asks_page_by_page_whom_to_remind_of_a_list_and_nobody_else_may_P5()
    {
        var first = await app.DesignatedTraining("ORG-8", "life-update");
        var second = await app.DesignatedTraining("ORG-8", "life-update");
        var reported = await app.DesignatedTraining("ORG-8", "life-update");
        await app.PostList("ORG-8", reported, Steps.Somebody().Row());
        var day = new DateOnly(2026, 11, 21);

        Assert.DoesNotContain(first, await Asked(day, after: null));
        var all = await Asked(day.AddDays(1), after: null);
        Assert.Equal((true, true, false), (all.Contains(first), all.Contains(second), all.Contains(reported)));
        Assert.Equal(all.Skip(1), await Asked(day.AddDays(1), all[0]));
        using var refused = await app.As(Roles.JmaStaff, Association.Jma).PostAsJsonAsync("/internal/unreported-trainings", new { asOf = day });
        using var silent = await app.As(Roles.Service).PostAsJsonAsync("/internal/unreported-trainings", new { });

        Assert.Equal((HttpStatusCode.Forbidden, "FIELD_INVALID"), (refused.StatusCode, (await silent.Body())["code"]?.GetValue<string>()));
    }

    private async Task<IReadOnlyList<Guid>> Asked(DateOnly asOf, Guid? after)
    {
        using var answer = await app.As(Roles.Service).PostAsJsonAsync("/internal/unreported-trainings", new { asOf, after });
        return [.. (await answer.Body()).AsArray().Select(it => it?["trainingId"].Id() ?? default)];
    }

    /// <summary>Somebody registered, and a row that gives the number with two digits swapped.</summary>
    private async Task<(Person Person, Guid Training, JsonNode Row)> Held()
    {
        var person = Steps.Somebody() with { LicenceNumber = $"{Interlocked.Increment(ref _number)}12" };
        await app.Introduce(person);
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        await app.PostList("ORG-1", training, Swapped(person).Row());

        return (person, training, await Waiting(training) ?? throw new InvalidOperationException("Nothing waits."));
    }

    private static Person Swapped(Person person) => person with { LicenceNumber = person.LicenceNumber[..^2] + "21" };

    private async Task<JsonNode?> Waiting(Guid training) =>
        (await (await app.As(Roles.JmaStaff, Association.Jma).GetAsync("/suspense")).Body())["items"]?.AsArray()
            .SingleOrDefault(it => it?["trainingId"].Id() == training);
}
