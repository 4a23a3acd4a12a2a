using System.Net;
using System.Net.Http.Json;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Trainings over HTTP: who sees and moves what.</summary>
[Trait("Category", "Servers")]
public sealed class TrainingTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task A_training_becomes_public_when_the_JMA_designates_it()
    {
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        using var everybody = app.CreateClient();
        var draft = await organizer.PostAsJsonAsync("/trainings", Steps.Draft(["life-update", "basic-late"]));
        var id = (await draft.Body())["id"].Id();

        Assert.Equal(HttpStatusCode.Created, draft.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await everybody.GetAsync($"/trainings/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await organizer.GetAsync($"/trainings/{id}")).StatusCode);

        await organizer.PostAsync($"/trainings/{id}/request", null);
        var tooEarly = await app.As(Roles.JmaStaff, Association.Jma).PostAsync($"/trainings/{id}/designation", null);
        await app.As(Roles.PrefectureStaff, "13").PostAsync($"/trainings/{id}/approval", null);
        await app.As(Roles.JmaStaff, Association.Jma).PostAsync($"/trainings/{id}/designation", null);

        Assert.Equal(HttpStatusCode.Conflict, tooEarly.StatusCode);
        var page = await (await everybody.GetAsync($"/trainings/{id}")).Body();
        Assert.Equal(("designated", 2), (page["status"]?.GetValue<string>(), page["sessions"]?.AsArray().Count));
        Assert.Contains(id.ToString(), await everybody.GetStringAsync("/trainings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_draft_sent_twice_under_a_key_is_one_training()
    {
        using var organizer = app.As(Roles.Organizer, "ORG-1", Guid.CreateVersion7());
        organizer.DefaultRequestHeaders.Add("Idempotency-Key", "draft-1");

        var first = await (await organizer.PostAsJsonAsync("/trainings", Steps.Draft(["life-update"]))).Body();
        var again = await (await organizer.PostAsJsonAsync("/trainings", Steps.Draft(["life-update"]))).Body();
        var other = await organizer.PostAsJsonAsync("/trainings", Steps.Draft(["life-field"]));

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task Every_bad_field_of_a_draft_is_named_at_once()
    {
        using var organizer = app.As(Roles.Organizer, "ORG-1");

        var answer = await organizer.PostAsJsonAsync("/trainings", new
        {
            prefecture = "48",
            sessions = new object?[]
            {
                new { title = "x", date = "21.11.2026", start = "16:00", end = "14:00", place = "東京", mode = "tv", category = "life-update", item = "general", units = 0 },
                null,
            },
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            [
                "prefecture", "title", "sessions[0].date", "sessions[0].mode", "sessions[0].units", "sessions[0].end", "sessions[0].item",
                "sessions[1].title", "sessions[1].date", "sessions[1].start", "sessions[1].end", "sessions[1].place", "sessions[1].mode",
                "sessions[1].category", "sessions[1].units",
            ],
            (await answer.Body())["refusals"]?.AsArray().Select(it => it?["subject"]?.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"title":"x","color":"red"}""")]
    [InlineData("""{"title":1}""")]
    [InlineData("[]")]
    public async Task What_is_no_training_is_a_bad_request(string body)
    {
        using var organizer = app.As(Roles.Organizer, "ORG-1");

        var answer = await organizer.PostAsync("/trainings", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(Roles.Physician)]
    [InlineData(Roles.Enrolling)]
    [InlineData(Roles.Auditor)]
    public async Task Only_organizers_draft_trainings(string role) => Assert.Equal(
        HttpStatusCode.Forbidden, (await app.As(role).PostAsJsonAsync("/trainings", Steps.Draft(["life-update"]))).StatusCode);
}
