using System.Net;
using System.Text.Json;
using Mamis.Kernel;
using Mamis.Testing;
using Published = Mamis.Contracts.TrainingCredits;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Attendance lists over HTTP into a real database.</summary>
[Trait("Category", "Servers")]
public sealed class AttendanceTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task A_mixed_list_gets_a_result_per_row_and_nothing_of_a_refused_row_is_stored()
    {
        var (good, renamed, unknown) = (Steps.Somebody(), Steps.Somebody(), Steps.Somebody());
        await app.Introduce(good, renamed);
        var training = await app.DesignatedTraining("ORG-1", "life-update", "life-special");
        var rows = good.Row() + good.Row("2") + good.Row() + (renamed with { FamilyName = "秘密" }).Row() + unknown.Row() + "broken,row\n";

        var dry = await (await app.PostList("ORG-1", training, rows, dryRun: true)).Body();
        var before = await Events();
        var posted = await (await app.PostList("ORG-1", training, rows)).Body();
        var after = await Events();
        var again = await (await app.PostList("ORG-1", training, rows)).Body();

        Assert.Equal(dry.ToJsonString(), posted.ToJsonString());
        Assert.Equal((2, 1, 1, 2), posted.Counts());
        Assert.Equal(
            ["credited", "credited", "duplicate", "refused NAME_MISMATCH", "suspended PHYSICIAN_UNKNOWN", "refused ROW_MALFORMED"],
            posted["results"]?.AsArray().Select(it => $"{it?["result"]} {it?["code"]}".Trim()));
        Assert.Equal(before + 3, after);
        Assert.Equal((0, 3, 1, 2), again.Counts());
        Assert.Equal(posted["listId"].Id(), again["listId"].Id());
        Assert.Equal(after, await Events());
        Assert.DoesNotContain("秘密", posted.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await Count("select count(*) from suspense where family_name = '秘密'"));
    }

    [Fact]
    public async Task A_credit_is_told_to_other_services_once()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await app.DesignatedTraining("ORG-1", "life-field");

        await app.PostList("ORG-1", training, person.Row());
        await app.PostList("ORG-1", training, person.Row());

        await app.Services.Told<Published.CreditPosted>(it => it.PhysicianId == person.Id.Value);
        Assert.Single(app.Bus.Published.Select<Published.CreditPosted>(it => it.Context.Message.PhysicianId == person.Id.Value));
    }

    [Fact]
    public async Task The_same_list_posted_by_many_at_once_ends_with_the_exact_set()
    {
        var people = Enumerable.Range(0, 40).Select(_ => Steps.Somebody()).ToArray();
        await app.Introduce(people);
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        var rows = string.Concat(people.Select(it => it.Row()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => await (await app.PostList("ORG-1", training, rows)).Body()));

        Assert.Equal(people.Length, answers.Sum(it => it.Counts().Credited));
        Assert.Equal(4 * people.Length, answers.Sum(it => it.Counts().Duplicate));
        Assert.Equal(people.Length, await Count($"select count(*) from ledger_entry where training_id = '{training}'"));
        Assert.Equal(1, await Count($"select count(*) from mt_events where stream_id = '{training}' and type = 'attendance_posted'"));
    }

    [Fact]
    public async Task A_repeated_key_gets_the_first_answer_and_another_list_under_it_is_refused()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        var training = await app.DesignatedTraining("ORG-1", "life-update", "life-special");
        var organizer = Guid.CreateVersion7();
        using var client = app.As(Roles.Organizer, "ORG-1", organizer);

        var first = await Post(client, training, person.Row());
        var again = await Post(client, training, person.Row());
        var other = await Post(client, training, person.Row("2"));

        Assert.Equal((1, 0, 0, 0), (await first.Body()).Counts());
        Assert.Equal((1, 0, 0, 0), (await again.Body()).Counts());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await other.Body())["code"]?.GetValue<string>());
    }

    [Fact]
    public async Task Another_organizer_does_not_know_of_the_training()
    {
        var training = await app.DesignatedTraining("ORG-1", "life-update");

        Assert.Equal(HttpStatusCode.NotFound, (await app.PostList("ORG-2", training, Steps.Somebody().Row())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(Roles.Organizer, "ORG-2").GetAsync($"/trainings/{training}/attendance")).StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("attendance other", HttpStatusCode.OK)]
    [InlineData("renewal-runs", HttpStatusCode.Forbidden)]
    public async Task A_machine_needs_the_scope_of_attendance(string? scope, HttpStatusCode status)
    {
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        using var client = app.As(Roles.Organizer, "ORG-1", scope: scope);

        Assert.Equal(status, (await Post(client, training, Steps.Somebody().Row())).StatusCode);
    }

    [Fact]
    public async Task Wrong_columns_are_one_problem_that_names_them_all()
    {
        var training = await app.DesignatedTraining("ORG-1", "life-update");

        var answer = await app.PostList("ORG-1", training, "[{", type: "application/json");
        var body = await answer.Body();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("LIST_MALFORMED", body["code"]?.GetValue<string>());
    }

    [Fact]
    public async Task The_organizer_sees_all_of_the_list_and_staff_their_own_physicians()
    {
        var (member, other) = (Steps.Somebody(), Steps.Somebody());
        await app.Introduce(member, other);
        await app.Settle(member, "13-001", "13");
        await app.Settle(other, county: null, "14");
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        await app.PostList("ORG-1", training, member.Row() + other.Row());

        Assert.Equal(2, await Lines(app.As(Roles.Organizer, "ORG-1")));
        Assert.Equal(1, await Lines(app.As(Roles.CountyStaff, "13-001")));
        Assert.Equal(0, await Lines(app.As(Roles.CountyStaff, "13-002")));
        Assert.Equal(1, await Lines(app.As(Roles.PrefectureStaff, "14")));
        Assert.Equal(2, await Lines(app.As(Roles.JmaStaff, Association.Jma)));

        async Task<int?> Lines(HttpClient client) =>
            (await (await client.GetAsync($"/trainings/{training}/attendance")).Body())["items"]?.AsArray().Count;
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, Guid training, string rows)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/trainings/{training}/attendance");
        request.Headers.Add("Idempotency-Key", "list-1");
        request.Content = new StringContent(
            "licenceNumber,familyName,givenName,birthDate,session,role,mode,attendance\n" + rows, System.Text.Encoding.UTF8, "text/csv");
        return await client.SendAsync(request);
    }

    /// <summary>Without flags, which are raised a moment later: the two sessions of the list are at the same time.</summary>
    private Task<long> Events() => Count("select count(*) from mt_events where type !~ '_flagged$'");

    private async Task<long> Count(string sql)
    {
        await using var command = app.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as long? ?? throw new JsonException();
    }
}
