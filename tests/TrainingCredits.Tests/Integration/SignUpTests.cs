using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Signing up over HTTP; the clock stands at noon of 22 November 2026 in Tokyo.</summary>
[Trait("Category", "Servers")]
public sealed class SignUpTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private const string Organizer = "ORG-1";

    [Fact]
    public async Task A_hundred_at_once_for_ten_places_are_ten_in_and_ninety_waiting_in_their_order()
    {
        var training = await Training(capacity: 10);
        var people = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToArray();

        var answers = await Task.WhenAll(people.Select(it => Call(HttpMethod.Put, it, training)));
        var session = (await app.Store.Load<Training>(training, default)).State.Sessions[0].Id.Value;
        var events = await app.Store.ReadStream(session, default);
        var list = await List(training);

        Assert.All(answers, it => Assert.Equal(HttpStatusCode.NoContent, it));
        Assert.Equal((10, 90), (list["sessions"]?[0]?["places"]?.GetValue<int>(), list["sessions"]?[0]?["waiting"]?.GetValue<int>()));
        Assert.Equal(people.Order(), events.Select(it => Who(it.Data)).Order());
        Assert.All(events.Take(10), it => Assert.IsType<PlaceTaken>(it.Data));
        Assert.Equal(events.Select(it => Who(it.Data)), (list["signUps"]?.AsArray() ?? []).Select(it => it?["physicianId"].Id() ?? default));
    }

    [Fact]
    public async Task The_next_one_moves_up_and_sees_it()
    {
        var training = await Training(capacity: 1);
        Guid[] people = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

        foreach (var it in people)
        {
            await Call(HttpMethod.Put, it, training);
        }

        Assert.Equal([null, 1, 2], await Positions(people));
        Assert.Equal(HttpStatusCode.NoContent, await Call(HttpMethod.Delete, people[0], training));
        Assert.Equal([null, 1], await Positions(people[1..]));
        Assert.Empty((await Mine(people[0])).AsArray());
    }

    [Fact]
    public async Task Those_who_have_a_place_are_an_attendance_list_that_can_be_checked_at_once()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await Training(capacity: 1);
        await Call(HttpMethod.Put, person.Id.Value, training);
        await Call(HttpMethod.Put, Guid.CreateVersion7(), training);
        using var organizer = app.As(Roles.Organizer, Organizer);

        var csv = (await organizer.GetStringAsync($"/trainings/{training}/sign-ups/list")).TrimStart('\ufeff');
        using var list = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");
        var check = await (await organizer.PostAsync($"/trainings/{training}/attendance?dryRun=true", list)).Body();

        Assert.Equal($"{person.LicenceNumber},{person.FamilyName},{person.GivenName},,1,attendee,onsite,full", csv.Split("\r\n")[1]);
        Assert.Equal("SESSION_IN_FUTURE", check["results"]?.AsArray().Single()?["code"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("2026-11-21", HttpStatusCode.Conflict)]
    [InlineData("2026-11-22", HttpStatusCode.NoContent)]
    public async Task What_has_begun_takes_nobody_any_more(string date, HttpStatusCode answer) =>
        Assert.Equal(answer, await Call(HttpMethod.Put, Guid.CreateVersion7(), await Training(capacity: 5, date)));

    [Fact]
    public async Task Only_what_is_designated_and_not_called_off_can_be_signed_up_for()
    {
        using var organizer = app.As(Roles.Organizer, Organizer);
        var draft = (await (await organizer.PostAsJsonAsync("/trainings", Steps.Draft(["life-update"], "2026-12-01"))).Body())["id"].Id();
        var training = await Training(capacity: 5);
        var physician = Guid.CreateVersion7();
        await Call(HttpMethod.Put, physician, training);
        await organizer.PostAsJsonAsync($"/trainings/{training}/cancellation", new { reason = "x" });

        Assert.Equal(HttpStatusCode.NotFound, await Call(HttpMethod.Put, physician, draft));
        Assert.Equal(HttpStatusCode.NotFound, await Call(HttpMethod.Put, physician, training, session: 2));
        Assert.Equal(HttpStatusCode.Conflict, await Call(HttpMethod.Put, physician, training));
        Assert.True((await Mine(physician))[0]?["cancelled"]?.GetValue<bool>());
    }

    [Fact]
    public async Task Names_are_for_the_organizer_of_the_training_alone()
    {
        var training = await Training(capacity: 5);

        foreach (var address in new[] { "sign-ups", "sign-ups/list" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.As(Roles.Organizer, "ORG-2").GetAsync($"/trainings/{training}/{address}")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.AsPhysician(Guid.CreateVersion7()).GetAsync($"/trainings/{training}/{address}")).StatusCode);
        }
    }

    private Task<Guid> Training(int capacity, string date = "2026-12-01") =>
        app.Designated(Organizer, "13", Steps.Draft(["life-update"], date, capacity: capacity));

    private async Task<HttpStatusCode> Call(HttpMethod method, Guid physician, Guid training, int session = 1)
    {
        using var request = new HttpRequestMessage(method, $"/trainings/{training}/sessions/{session}/sign-ups/me");
        return (await app.AsPhysician(physician).SendAsync(request)).StatusCode;
    }

    private async Task<JsonNode> List(Guid training) =>
        await (await app.As(Roles.Organizer, Organizer).GetAsync($"/trainings/{training}/sign-ups")).Body();

    private async Task<JsonNode> Mine(Guid physician) =>
        (await (await app.AsPhysician(physician).GetAsync("/sign-ups/me")).Body())["signUps"] ?? new JsonArray();

    private async Task<IReadOnlyList<int?>> Positions(IReadOnlyList<Guid> people)
    {
        var positions = new List<int?>();

        foreach (var it in people)
        {
            positions.Add((await Mine(it))[0]?["position"]?.GetValue<int>());
        }

        return positions;
    }

    private static Guid Who(object e) => e switch
    {
        PlaceTaken it => it.Physician.Value,
        PlaceAwaited it => it.Physician.Value,
        _ => default,
    };
}
