using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views.Door;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>A door over HTTP, from its opening to the credits; the session is from 14:00 to 16:00 of 22 November 2026 in Tokyo.</summary>
[Trait("Category", "Servers")]
public sealed class DoorTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private const string Organizer = "ORG-1";
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_code_on_the_wall_lets_in_and_out_and_the_list_becomes_credits()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await Opened();

        var code = await (await Call(HttpMethod.Get, training, "/code")).Body();
        var answer = await (await CheckMeIn(person, await Code(training), "entry")).Body();
        var twice = await CheckMeIn(person, await Code(training), "entry");
        At("15:00");
        var running = await Call(HttpMethod.Post, training, "/attendance");
        At("16:00");
        await CheckMeIn(person, await Code(training), "exit");
        var door = await (await Call(HttpMethod.Get, training)).Body();
        await Call(HttpMethod.Delete, training);
        var check = await (await Call(HttpMethod.Post, training, "/attendance?dryRun=true")).Body();
        var posted = await (await Call(HttpMethod.Post, training, "/attendance")).Body();
        var again = await (await Call(HttpMethod.Post, training, "/attendance")).Body();

        Assert.Equal($"https://mamis.example.invalid/check-in?code={code["code"]}", code["link"]?.GetValue<string>());
        Assert.Equal("life-update", answer["title"]?.GetValue<string>());
        Assert.Equal("DOOR_ALREADY_INSIDE", await CodeOf(twice));
        Assert.Equal("DOOR_STILL_OPEN", await CodeOf(running));
        Assert.Equal((0, 1), (door["inside"]?.GetValue<int>(), door["left"]?.GetValue<int>()));
        Assert.Equal(person.FamilyName, door["guests"]?[0]?["familyName"]?.GetValue<string>());
        Assert.Equal("full", door["guests"]?[0]?["attendance"]?.GetValue<string>());
        Assert.Equal((1, 0, 0, 0), (check["attendance"] ?? new JsonObject()).Counts());
        Assert.Equal((1, 0, 0, 0), (posted["attendance"] ?? new JsonObject()).Counts());
        Assert.Equal((0, 1, 0, 0), (again["attendance"] ?? new JsonObject()).Counts());
        Assert.Equal(person.Id.Value, posted["physicians"]?[0].Id());
    }

    [Fact]
    public async Task A_code_of_before_is_told_from_one_of_nowhere()
    {
        var person = Steps.Somebody();
        var training = await Opened();
        var code = await Code(training);
        app.Clock.Now = app.Clock.Now.AddSeconds(60);

        Assert.Equal("DOOR_CODE_EXPIRED", await CodeOf(await CheckMeIn(person, code, "entry")));
        Assert.Equal("DOOR_CODE_UNKNOWN", await CodeOf(await CheckMeIn(person, "ABCDEFGH", "entry")));

        code = await Code(training);
        await Call(HttpMethod.Delete, training);
        Assert.Equal("DOOR_CLOSED", await CodeOf(await CheckMeIn(person, code, "entry")));
        Assert.Equal("DOOR_CLOSED", await CodeOf(await Call(HttpMethod.Get, training, "/code")));
    }

    [Fact]
    public async Task A_pass_gives_the_name_to_compare_and_a_number_only_with_the_birth_date()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await Opened();
        var pass = await Pass(person);

        var answer = await CheckIns(
            training,
            Item(new { id = Guid.CreateVersion7(), direction = "entry", pass }),
            Item(new { id = Guid.CreateVersion7(), direction = "exit", licenceNumber = person.LicenceNumber, birthDate = "19750602" }),
            Item(new { id = Guid.CreateVersion7(), direction = "exit", licenceNumber = "0" + person.LicenceNumber, birthDate = "19750601" }),
            Item(new { id = Guid.CreateVersion7(), direction = "sideways" }),
            Item(new { id = Guid.CreateVersion7(), direction = "entry", pass = "X" + pass[1..] }));
        app.Clock.Now = app.Clock.Now.AddSeconds(60);
        var late = await CheckIns(training, Item(new { id = Guid.CreateVersion7(), direction = "entry", pass }));

        Assert.Equal(person.GivenName, answer["results"]?[0]?["givenName"]?.GetValue<string>());
        Assert.Equal([null, "DOOR_PERSON_UNKNOWN", null, "DOOR_CHECK_IN_MALFORMED", "DOOR_PASS_UNREADABLE"], Codes(answer));
        Assert.Equal(["DOOR_PASS_EXPIRED"], Codes(late));
        Assert.Single((await app.Store.GuestsOf(app.Database, await SessionOf(training), default))[0].Guest.CheckIns, it => it.Value == answer["results"]?[2]?["id"].Id());
    }

    [Fact]
    public async Task Where_a_place_is_required_it_is_asked_for()
    {
        At("13:30");
        var (signedUp, other) = (Steps.Somebody(), Steps.Somebody());
        var training = await app.Designated(Organizer, "13", Steps.Draft(["life-update"], "2026-11-22"));
        await app.AsPhysician(signedUp.Id.Value).PutAsync($"/trainings/{training}/sessions/1/sign-ups/me", null);
        await Call(HttpMethod.Put, training, body: new { signUpRequired = true });

        Assert.Equal(HttpStatusCode.OK, (await CheckMeIn(signedUp, await Code(training), "entry")).StatusCode);
        Assert.Equal("DOOR_NOT_SIGNED_UP", await CodeOf(await CheckMeIn(other, await Code(training), "entry")));
    }

    [Fact]
    public async Task The_organizer_sets_a_stay_right_with_a_reason_that_stands_on_the_list()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await Opened();
        await CheckMeIn(person, await Code(training), "entry");
        var address = $"/guests/{person.Id.Value}/correction";

        var bad = await (await Call(HttpMethod.Post, training, address, new { entered = "15:00", left = "14:00" })).Body();
        var stranger = await Call(HttpMethod.Post, training, $"/guests/{Guid.CreateVersion7()}/correction", new { left = "16:00", reason = "x" });
        await Call(HttpMethod.Post, training, address, new { entered = "14:00", left = "16:00", reason = "出口の読み取り漏れ" });
        var line = (await (await Call(HttpMethod.Get, training)).Body())["guests"]?[0];
        var mine = await app.AsPhysician(person.Id.Value).GetFromJsonAsync<StaysOfMine.Answer>("/check-ins/me");

        Assert.Equal(["reason", "left"], (bad["refusals"]?.AsArray() ?? []).Select(it => it?["subject"]?.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(("full", "出口の読み取り漏れ"), (line?["attendance"]?.GetValue<string>(), line?["reason"]?.GetValue<string>()));
        Assert.Equal(Noon.AddHours(4), mine?.Stays.Single().Left);
    }

    [Fact]
    public async Task A_batch_that_cannot_be_taken_as_a_whole_names_everything_wrong()
    {
        var training = await Opened();

        var empty = await Call(HttpMethod.Post, training, "/check-ins", new { checkIns = Array.Empty<object>() });
        var timeless = await Call(HttpMethod.Post, training, "/check-ins", new { checkIns = new[] { new { id = Guid.CreateVersion7(), at = Noon } } });
        var long_ = await Call(HttpMethod.Post, training, "/check-ins", new { checkIns = Enumerable.Repeat(new { id = Guid.CreateVersion7() }, 1001) });

        var nothing = await Call(HttpMethod.Post, training, "/check-ins", new { checkIns = new object?[] { null } });
        var wayOff = await Call(HttpMethod.Post, training, "/check-ins", new { now = app.Clock.Now.AddDays(-366), checkIns = new[] { new { id = Guid.CreateVersion7() } } });
        var never = await CheckIns(training, new { id = Guid.CreateVersion7(), direction = "entry", pass = "X", at = DateTimeOffset.MaxValue });

        Assert.Equal("DOOR_CHECK_IN_MALFORMED", Codes(never).Single());
        Assert.All([empty, timeless, long_, nothing, wayOff], it => Assert.Equal(HttpStatusCode.UnprocessableEntity, it.StatusCode));
        Assert.Equal("DOOR_LIST_TOO_LONG", await CodeOf(long_));
    }

    [Fact]
    public async Task A_door_is_kept_by_the_organizer_of_the_training_alone()
    {
        var training = await Opened();
        var address = $"/trainings/{training}/sessions/1/door";

        Assert.Equal(HttpStatusCode.NotFound, (await app.As(Roles.Organizer, "ORG-2").GetAsync($"{address}/code")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(Roles.Organizer, "ORG-2").GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.As(Roles.Organizer, Organizer, scope: "other").GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.AsPhysician(Guid.CreateVersion7()).GetAsync($"{address}/code")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(Roles.Organizer, Organizer).GetAsync($"/trainings/{training}/sessions/2/door")).StatusCode);
    }

    private async Task<Guid> Opened()
    {
        At("13:30");
        var training = await app.Designated(Organizer, "13", Steps.Draft(["life-update"], "2026-11-22"));
        Assert.Equal(HttpStatusCode.NoContent, (await Call(HttpMethod.Put, training, body: new { })).StatusCode);
        return training;
    }

    private void At(string time) => app.Clock.Now = Noon + (TimeSpan.Parse(time, CultureInfo.InvariantCulture) - TimeSpan.FromHours(12));

    private async Task<HttpResponseMessage> Call(HttpMethod method, Guid training, string address = "", object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/trainings/{training}/sessions/1/door{address}") { Content = body is null ? null : JsonContent.Create(body) };
        return await app.As(Roles.Organizer, Organizer).SendAsync(request);
    }

    private async Task<string> Code(Guid training) => (await (await Call(HttpMethod.Get, training, "/code")).Body())["code"]?.GetValue<string>() ?? string.Empty;

    private async Task<string> Pass(Person person) =>
        (await (await app.AsPhysician(person.Id.Value).GetAsync("/check-ins/me/pass")).Body())["pass"]?.GetValue<string>() ?? string.Empty;

    private Task<HttpResponseMessage> CheckMeIn(Person person, string code, string direction) =>
        app.AsPhysician(person.Id.Value).PostAsJsonAsync("/check-ins/me", new { code, direction });

    private async Task<JsonNode> CheckIns(Guid training, params IReadOnlyList<object> items) =>
        await (await Call(HttpMethod.Post, training, "/check-ins", new { now = app.Clock.Now, checkIns = items })).Body();

    private async Task<SessionId> SessionOf(Guid training) => (await app.Store.Load<Training>(training, default)).State.Sessions[0].Id;

    private static object Item(object item) => item;

    private static IEnumerable<string?> Codes(JsonNode answer) => (answer["results"]?.AsArray() ?? []).Select(it => it?["code"]?.GetValue<string>());

    private static async Task<string?> CodeOf(HttpResponseMessage answer) => (await answer.Body())["code"]?.GetValue<string>();
}
