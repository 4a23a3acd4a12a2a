using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Claims of missing credits over HTTP: whose they are, who sees them, what a confirmation credits, what the clock passes on.</summary>
[Trait("Category", "Servers")]
public sealed class ClaimTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private static readonly object Full = new { attendance = "full" };
    private static readonly object No = new { reason = "受付簿に記載がありません" };

    [Fact]
    public async Task A_confirmed_claim_credits_the_session_and_its_history_tells_who_did_what()
    {
        var (person, training, claim) = await Claimed();
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        var listed = Assert.Single((await Body(organizer, "/claims?state=at-organizer"))["items"]?.AsArray() ?? [], it => it?["claimId"].Id() == claim);

        using var confirmed = await organizer.PostAsJsonAsync($"/claims/{claim}/confirmation", Full);
        using var again = await organizer.PostAsJsonAsync($"/claims/{claim}/confirmation", Full);
        var line = Assert.Single((await Body(Me(person), "/ledgers/me"))["entries"]?.AsArray() ?? []);
        var page = await Body(Me(person), $"/claims/{claim}");

        Assert.Equal((person.LicenceNumber, "2026-12-06", false), (Text(listed, "licenceNumber"), Text(listed, "answerBy"), listed?["overdue"]?.GetValue<bool>()));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (confirmed.StatusCode, again.StatusCode));
        Assert.Equal((training, "full"), (line?["trainingId"].Id() ?? default, Text(line, "attendance")));
        Assert.Equal(["claimed"], line?["history"]?.AsArray().Select(it => Text(it, "what")));
        Assert.Equal("confirmed", Text(page, "status"));
        Assert.Equal([("made", "受付を通りました"), ("confirmed", null)], page["steps"]?.AsArray().Select(it => (Text(it, "what"), Text(it, "words"))));
    }

    [Fact]
    public async Task Turned_down_and_insisted_on_the_prefecture_decides_finally()
    {
        var (person, _, claim) = await Claimed();
        using var prefecture = app.As(Roles.PrefectureStaff, "13");

        using var down = await app.As(Roles.Organizer, "ORG-1").PostAsJsonAsync($"/claims/{claim}/refusal", No);
        using var early = await prefecture.PostAsJsonAsync($"/claims/{claim}/confirmation", Full);
        using var insisted = await Me(person).PostAsJsonAsync($"/claims/{claim}/insistence", new { statement = "写真があります" });
        var page = await Body(prefecture, $"/claims/{claim}");
        using var refused = await prefecture.PostAsJsonAsync($"/claims/{claim}/refusal", No);
        using var over = await prefecture.PostAsJsonAsync($"/claims/{claim}/confirmation", Full);

        Assert.Equal([204, 409, 204, 204, 409], new[] { down, early, insisted, refused, over }.Select(it => (int)it.StatusCode));
        Assert.Equal(("at-prefecture", true), (Text(page, "status"), page["mayAnswer"]?.GetValue<bool>()));
        Assert.Equal("CLAIM_NOT_AT_DESK", Text(await over.Body(), "code"));
        Assert.Empty((await Body(Me(person), "/ledgers/me"))["entries"]?.AsArray() ?? []);
    }

    /// <summary>The clock passes it on the day after the last one, on however many nodes it looks.</summary>
    [Fact]
    public async Task A_claim_without_an_answer_goes_to_the_prefecture_once()
    {
        await using var other = new CreditsApp();
        await other.InitializeAsync();
        var (person, _, claim) = await Claimed(other);
        var clock = other.Services.GetRequiredService<EscalateClaims>();

        other.Clock.Now = BusinessCalendar.StartOf(new DateOnly(2026, 12, 7)).AddTicks(-1);
        Assert.Equal(0, await clock.Look(default));
        other.Clock.Now = BusinessCalendar.StartOf(new DateOnly(2026, 12, 7));
        await clock.Look(default);
        await clock.Look(default);
        var page = await Body(other.AsPhysician(person.Id.Value), $"/claims/{claim}");

        Assert.Equal(("at-prefecture", "2026-12-21"), (Text(page, "status"), Text(page, "answerBy")));
        Assert.Equal(["made", "escalated"], page["steps"]?.AsArray().Select(it => Text(it, "what")));
    }

    [Fact]
    public async Task Others_do_not_find_a_claim_and_everything_wrong_with_one_is_named_at_once()
    {
        var (person, training, claim) = await Claimed();
        var strangers = new[]
        {
            app.AsPhysician(Guid.CreateVersion7()), app.As(Roles.Organizer, "ORG-2"), app.As(Roles.PrefectureStaff, "14"),
        };

        foreach (var stranger in strangers)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/claims/{claim}")).StatusCode);
            Assert.DoesNotContain(claim.ToString(), await stranger.GetStringAsync("/claims"), StringComparison.Ordinal);
        }

        Assert.Contains(claim.ToString(), await app.As(Roles.JmaStaff, Association.Jma).GetStringAsync("/claims"), StringComparison.Ordinal);
        using var nothing = await Me(person).PostAsJsonAsync("/claims", new { role = "guest" });
        using var again = await Claim(app, person, training);
        using var state = await Me(person).GetAsync("/claims?state=lost");
        Assert.Equal(["trainingId", "sessions", "role", "statement"], (await nothing.Body())["refusals"]?.AsArray().Select(it => Text(it, "subject")));
        Assert.Equal(("CLAIM_OPEN", HttpStatusCode.UnprocessableEntity), (Text(await again.Body(), "code"), state.StatusCode));
    }

    [Fact]
    public async Task Evidence_is_known_by_its_content_and_read_by_whoever_reads_the_claim()
    {
        var (person, _, claim) = await Claimed();
        byte[] photo = [0xff, 0xd8, 0xff, .. "a photo"u8];

        using var disguised = await Attach(Me(person), claim, [.. "MZ is no photo"u8]);
        using var kept = await Attach(Me(person), claim, photo);
        using var foreign = await Attach(app.AsPhysician(Guid.CreateVersion7()), claim, photo);
        using var none = await Me(person).PostAsJsonAsync($"/claims/{claim}/evidence", new { });
        var address = $"/claims/{claim}/evidence/{(await kept.Body())["id"].Id()}";
        using var read = await app.As(Roles.Organizer, "ORG-1").GetAsync(address);
        using var stranger = await app.As(Roles.Organizer, "ORG-2").GetAsync(address);

        Assert.Equal([422, 201, 404, 422, 404], new[] { disguised, kept, foreign, none, stranger }.Select(it => (int)it.StatusCode));
        Assert.Equal(("DOCUMENT_TYPE_UNKNOWN", "image/jpeg"), (Text(await disguised.Body(), "code"), read.Content.Headers.ContentType?.MediaType));
        Assert.Equal(photo, await read.Content.ReadAsByteArrayAsync());
        await using var stored = app.Database.CreateCommand($"select content from document where belongs_to = '{claim}'");
        Assert.NotEqual(photo, await stored.ExecuteScalarAsync());
    }

    [Fact]
    public async Task What_the_organizer_has_posted_otherwise_is_not_confirmed_over_it()
    {
        var (person, training, claim) = await Claimed();
        await app.PostList("ORG-1", training, person.Row(attendance: "partial"));

        using var refused = await app.As(Roles.Organizer, "ORG-1").PostAsJsonAsync($"/claims/{claim}/confirmation", Full);
        using var withdrawn = await Me(person).PostAsync($"/claims/{claim}/withdrawal", null);
        using var anew = await Claim(app, person, training);

        Assert.Equal(("CONTRADICTS_EARLIER", HttpStatusCode.NoContent), (Text(await refused.Body(), "code"), withdrawn.StatusCode));
        Assert.Equal("CLAIM_NOT_MISSING", Text(await anew.Body(), "code"));
    }

    private Task<(Person Person, Guid Training, Guid Claim)> Claimed() => Claimed(app);

    private static async Task<(Person Person, Guid Training, Guid Claim)> Claimed(CreditsApp app)
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        using var made = await Claim(app, person, training);

        return (person, training, (await made.Body())["id"].Id());
    }

    private static Task<HttpResponseMessage> Claim(CreditsApp app, Person person, Guid training) => app.AsPhysician(person.Id.Value)
        .PostAsJsonAsync("/claims", new { trainingId = training, sessions = new[] { 1 }, statement = "受付を通りました" });

    private static async Task<HttpResponseMessage> Attach(HttpClient client, Guid claim, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "photo.jpg" } };
        return await client.PostAsync($"/claims/{claim}/evidence", form);
    }

    private HttpClient Me(Person person) => app.AsPhysician(person.Id.Value);

    private static async Task<JsonNode> Body(HttpClient client, string address) => await (await client.GetAsync(address)).Body();

    private static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();
}
