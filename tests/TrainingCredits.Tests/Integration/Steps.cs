using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mamis.Contracts.Identity;
using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using MassTransit;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>What integration tests do again and again, each by the way the outside world would do it.</summary>
public static class Steps
{
    private const string Header = "licenceNumber,familyName,givenName,birthDate,session,role,mode,attendance\n";
    private static int _number = 100_000;

    /// <summary>Somebody nobody else in the tests is.</summary>
    public static Person Somebody(bool active = true) => new(
        new(Guid.CreateVersion7()), Version: 1, Interlocked.Increment(ref _number).ToString(provider: null), "山田", $"花{_number}", new(1975, 6, 1), active);

    public static string Row(this Person person, string session = "1", string attendance = "full") =>
        $"{person.LicenceNumber},{person.FamilyName},{person.GivenName},{person.BirthDate:yyyy-MM-dd},{session},attendee,onsite,{attendance}\n";

    /// <summary>Tells the service of people and waits until it knows them.</summary>
    public static async Task Introduce(this CreditsApp app, params IReadOnlyList<Person> people)
    {
        foreach (var person in people)
        {
            app.Identity.Know(person);
        }

        await app.Bus.Bus.PublishBatch(people.Select(it => new PhysicianKnown { PhysicianId = it.Id.Value, Version = it.Version, OccurredAt = default }));
        await Eventually.True(async () => (await app.Database.ByNumber([.. people.Select(it => it.LicenceNumber)], default)).Count == people.Count);
    }

    public static async Task Settle(this CreditsApp app, Person person, string? county, string workplace, long version = 1)
    {
        await app.Bus.Bus.Publish(new StandingChanged
        {
            PhysicianId = person.Id.Value,
            Version = version,
            County = county,
            Prefecture = county?[..2],
            Jma = false,
            WorkplacePrefecture = workplace,
            OccurredAt = default,
        });
        await Eventually.True(async () => await app.Database.StandingOf(person.Id.Value, default) is not null);
    }

    /// <summary>Drafts a training with these categories as sessions, all of yesterday, and has it designated.</summary>
    public static Task<Guid> DesignatedTraining(this CreditsApp app, string organizer, params IReadOnlyList<string> categories) =>
        app.Designated(organizer, "13", Draft(categories));

    public static async Task<Guid> Designated(this CreditsApp app, string organizer, string prefecture, object training)
    {
        var draft = await app.As(Roles.Organizer, organizer).PostAsJsonAsync("/trainings", training);
        var id = (await draft.Body())["id"].Id();

        await app.As(Roles.Organizer, organizer).PostAsync($"/trainings/{id}/request", null);
        await app.As(Roles.PrefectureStaff, prefecture).PostAsync($"/trainings/{id}/approval", null);
        (await app.As(Roles.JmaStaff, Association.Jma).PostAsync($"/trainings/{id}/designation", null)).EnsureSuccessStatusCode();

        return id;
    }

    public static object Draft(IReadOnlyList<string> categories, string date = "2026-11-21", string prefecture = "13", int? capacity = null) => new
    {
        title = "産業医研修会",
        prefecture,
        sessions = categories.Select(it => new
        {
            title = it,
            date,
            start = "14:00",
            end = "16:00",
            place = "東京",
            mode = "onsite",
            category = it,
            units = 2,
            capacity,
        }),
    };

    public static async Task<HttpResponseMessage> PostList(
        this CreditsApp app, string organizer, Guid training, string rows, string? key = null, bool dryRun = false, string type = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/trainings/{training}/attendance?dryRun={dryRun}");
        request.Content = new StringContent(type == "text/csv" ? Header + rows : rows, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await app.As(Roles.Organizer, organizer).SendAsync(request);
    }

    /// <summary>Credited, duplicate, suspended and refused rows of an answer.</summary>
    public static (int Credited, int Duplicate, int Suspended, int Refused) Counts(this JsonNode answer) => (
        answer["credited"]?.GetValue<int>() ?? -1, answer["duplicate"]?.GetValue<int>() ?? -1,
        answer["suspended"]?.GetValue<int>() ?? -1, answer["refused"]?.GetValue<int>() ?? -1);

    public static async Task<JsonNode> Body(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? throw new JsonException("No body.");

    public static Guid Id(this JsonNode? node) => node?.GetValue<Guid>() ?? Guid.Empty;
}
