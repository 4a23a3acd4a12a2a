using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Attendance that staff typed from paper: the same answers as a list, and a source that says who typed it.</summary>
[Trait("Category", "Servers")]
public sealed class TypedAttendanceTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task What_staff_types_is_tried_first_then_credited_and_marked_as_typed()
    {
        var (person, training) = await Known();
        var clerk = Guid.CreateVersion7();
        using var desk = app.As(Roles.PrefectureStaff, "13", clerk);
        object[] rows = [RowOf(person), RowOf(person) with { GivenName = "別人" }, RowOf(Steps.Somebody())];

        var tried = await (await desk.PostAsJsonAsync(Typed(training, "?dryRun=true"), rows)).Body();
        var before = await Ledger(person);
        var typed = await (await desk.PostAsJsonAsync(Typed(training), rows)).Body();
        var again = await (await desk.PostAsJsonAsync(Typed(training), rows)).Body();
        var line = Assert.Single((await Ledger(person))["entries"]?.AsArray() ?? []);

        Assert.Equal((1, 0, 1, 1), tried.Counts());
        Assert.Equal(typed["results"]?.ToJsonString(), tried["results"]?.ToJsonString());
        Assert.Empty(before["entries"]?.AsArray() ?? []);
        Assert.Equal((0, 1, 1, 1), again.Counts());
        Assert.Equal((clerk, "typed"), (line?["postedBy"].Id() ?? default, line?["history"]?[0]?["what"]?.GetValue<string>()));
    }

    /// <summary>A row that waits for its physician keeps how it came.</summary>
    [Fact]
    public async Task A_typed_row_that_was_held_is_still_a_typed_one_when_it_is_credited()
    {
        var (_, training) = await Known();
        var person = Steps.Somebody();
        await app.As(Roles.JmaStaff, Association.Jma).PostAsJsonAsync(Typed(training), new[] { RowOf(person) });

        await app.Introduce(person);

        await Testing.Eventually.True(async () => (await Ledger(person))["entries"]?.AsArray() is [{ } line]
            && line["history"]?[0]?["what"]?.GetValue<string>() == "typed");
    }

    [Fact]
    public async Task Only_the_prefecture_of_the_training_and_the_JMA_type_its_lists()
    {
        var (person, training) = await Known();
        var callers = new[]
        {
            app.As(Roles.PrefectureStaff, "14"), app.As(Roles.CountyStaff, "13-001"), app.As(Roles.Organizer, "ORG-1"), app.As(Roles.JmaStaff, Association.Jma),
        };
        var answers = await Task.WhenAll(callers.Select(it => it.PostAsJsonAsync(Typed(training), new[] { RowOf(person) })));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK], answers.Select(it => it.StatusCode));
    }

    private async Task<(Person Person, Guid Training)> Known()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        return (person, await app.DesignatedTraining("ORG-1", "life-update"));
    }

    private static TypedRow RowOf(Person it) => new(it.LicenceNumber, it.FamilyName, it.GivenName, "1975-06-01", "1", "attendee", "onsite", "full");

    private static string Typed(Guid training, string how = "") => $"/trainings/{training}/attendance/typed{how}";

    private async Task<JsonNode> Ledger(Person person) => await (await app.AsPhysician(person.Id.Value).GetAsync("/ledgers/me")).Body();

    private sealed record TypedRow(
        string LicenceNumber, string FamilyName, string GivenName, string BirthDate, string Session, string Role, string Mode, string Attendance);
}
