using System.Net;
using System.Net.Http.Json;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>A plan over HTTP: changed, sent back, called off, and told from its first day.</summary>
[Trait("Category", "Servers")]
public sealed class PlanningTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task A_draft_is_changed_by_whoever_saw_its_latest_version()
    {
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        var id = await Drafted(organizer, "life-update");
        var tag = (await organizer.GetAsync($"/trainings/{id}")).Headers.ETag?.ToString();

        var silent = await Put(organizer, id, tag: null);
        var first = await Put(organizer, id, tag);
        var second = await Put(organizer, id, tag, "life-field");
        var page = await (await organizer.GetAsync($"/trainings/{id}")).Body();

        Assert.Equal((HttpStatusCode)428, silent.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Equal("CHANGED_MEANWHILE", (await second.Body())["code"]?.GetValue<string>());
        Assert.Equal(["life-special", "basic-late"], page["sessions"]?.AsArray().Select(it => it?["category"]?.GetValue<string>()));
        Assert.Equal(first.Headers.ETag?.ToString(), $"\"{page["version"]}\"");
    }

    [Fact]
    public async Task The_list_shows_the_plan_that_stands()
    {
        using var organizer = app.As(Roles.Organizer, "ORG-LIST");
        var id = await Drafted(organizer, "life-update");
        await Put(organizer, id, "\"1\"");

        var line = (await (await organizer.GetAsync("/trainings")).Body())["items"]?.AsArray().Single();

        Assert.Equal(4, line?["units"]?.GetValue<int>());
        Assert.Equal(2L, await app.Database.CreateCommand($"select count(*) from training_session where training_id = '{id}'").ExecuteScalarAsync());
    }

    [Fact]
    public async Task Every_bad_field_of_a_change_is_named_and_nothing_is_stored()
    {
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        var id = await Drafted(organizer, "life-update");

        var answer = await Send(organizer, id, "\"1\"", new { title = "", prefecture = "00", sessions = Array.Empty<object>() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["prefecture", "sessions", "title"], (await answer.Body())["refusals"]?.AsArray().Select(it => it?["subject"]?.GetValue<string>()));
        Assert.Equal(1L, (await (await organizer.GetAsync($"/trainings/{id}")).Body())["version"]?.GetValue<long>());
    }

    [Fact]
    public async Task The_prefecture_sends_back_with_a_reason_that_the_organizer_reads()
    {
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        using var prefecture = app.As(Roles.PrefectureStaff, "13");
        var id = await Drafted(organizer, "life-update");
        await organizer.PostAsync($"/trainings/{id}/request", null);

        var silent = await prefecture.PostAsJsonAsync($"/trainings/{id}/return", new { reason = " " });
        var other = await app.As(Roles.PrefectureStaff, "14").PostAsJsonAsync($"/trainings/{id}/return", new { reason = "x" });
        var done = await prefecture.PostAsJsonAsync($"/trainings/{id}/return", new { reason = "会場を書いてください" });
        var again = await prefecture.PostAsJsonAsync($"/trainings/{id}/return", new { reason = "会場を書いてください" });
        var steps = (await (await organizer.GetAsync($"/trainings/{id}/history")).Body())["steps"]?.AsArray();

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound, HttpStatusCode.NoContent, HttpStatusCode.NoContent],
            new[] { silent.StatusCode, other.StatusCode, done.StatusCode, again.StatusCode });
        Assert.Equal(["drafted", "requested", "returned"], steps?.Select(it => it?["what"]?.GetValue<string>()));
        Assert.Equal(["ORG-1", "ORG-1", "13"], steps?.Select(it => it?["association"]?.GetValue<string>()));
        Assert.Equal("会場を書いてください", steps?[2]?["reason"]?.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(Roles.Organizer, "ORG-2").GetAsync($"/trainings/{id}/history")).StatusCode);
    }

    [Fact]
    public async Task A_designated_training_is_called_off_while_nobody_is_credited_or_held()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        var list = await (await app.PostList("ORG-1", training, person.Row())).Body();
        var entry = list["results"]?[0]?["entryId"].Id();

        var refused = await Cancel(organizer, training);
        await organizer.PostAsJsonAsync($"/trainings/{training}/attendance/{entry}/withdrawal", new { reason = "x" });
        var done = await Cancel(organizer, training);
        var late = await app.PostList("ORG-1", training, Steps.Somebody().Row());

        Assert.Equal("ATTENDANCE_STANDS", (await refused.Body())["code"]?.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal("TRAINING_CANCELLED", (await late.Body())["code"]?.GetValue<string>());
        Assert.Equal("cancelled", (await (await app.CreateClient().GetAsync($"/trainings/{training}")).Body())["status"]?.GetValue<string>());
        Assert.DoesNotContain(training.ToString(), await app.CreateClient().GetStringAsync("/trainings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_waits_for_its_physician_keeps_the_training_until_it_is_dropped()
    {
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        using var jma = app.As(Roles.JmaStaff, Association.Jma);
        await app.PostList("ORG-1", training, Steps.Somebody().Row());
        var held = await app.Database.CreateCommand($"select id from suspense where training_id = '{training}'").ExecuteScalarAsync();

        var refused = await Cancel(organizer, training);
        await jma.PostAsJsonAsync($"/suspense/{held}/drop", new { reason = "x" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Cancel(organizer, training)).StatusCode);
    }

    private static async Task<Guid> Drafted(HttpClient organizer, params IReadOnlyList<string> categories) =>
        (await (await organizer.PostAsJsonAsync("/trainings", Steps.Draft(categories))).Body())["id"].Id();

    private static Task<HttpResponseMessage> Put(HttpClient organizer, Guid id, string? tag, params IReadOnlyList<string> categories) =>
        Send(organizer, id, tag, Steps.Draft(categories.Count == 0 ? ["life-special", "basic-late"] : categories));

    private static async Task<HttpResponseMessage> Send(HttpClient organizer, Guid id, string? tag, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/trainings/{id}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag is null ? [] : [tag]);
        return await organizer.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Cancel(HttpClient organizer, Guid id) =>
        organizer.PostAsJsonAsync($"/trainings/{id}/cancellation", new { reason = "台風のため" });
}
