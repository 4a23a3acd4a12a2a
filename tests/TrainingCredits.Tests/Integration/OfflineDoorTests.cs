using System.Net;
using System.Net.Http.Json;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;
using Mamis.TrainingCredits.Features.Door;
using Mamis.TrainingCredits.Views.Door;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Three devices that keep check-ins while there is no network, and send them hours later (G5).</summary>
[Trait("Category", "Servers")]
public sealed class OfflineDoorTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private const string Organizer = "ORG-1";
    private const int People = 300;
    private static readonly DateTimeOffset Begins = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan[] Wrong = [TimeSpan.FromMinutes(-2), TimeSpan.Zero, TimeSpan.FromMinutes(2)];

    private System.Text.Json.JsonSerializerOptions Json => app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    [Fact]
    public async Task Six_hundred_scans_of_three_devices_are_the_exact_set_at_the_right_minutes_G5()
    {
        var random = new Random(5);
        var people = Enumerable.Range(0, People).Select(_ => Steps.Somebody()).ToArray();
        await app.Introduce(people);
        var session = await Opened();
        var scans = people.SelectMany((it, i) => new[]
        {
            Scan.Of(it, Direction.Entry, Begins.AddMinutes(-(i % 50)).AddSeconds(i % 40), random.Next(3)),
            Scan.Of(it, Direction.Exit, Begins.AddHours(2).AddMinutes(i % 50).AddSeconds(i % 40), random.Next(3)),
        }).ToArray();
        var again = scans.OrderBy(_ => random.Next()).Take(scans.Length / 20).Select(it => it with { Id = Guid.CreateVersion7(), Device = random.Next(3) });
        var all = scans.Concat(again).OrderBy(_ => random.Next()).ToArray();

        app.Clock.Now = Begins.AddHours(5);
        var uploads = all.GroupBy(it => it.Device).SelectMany(it => it.Chunk(70)).ToArray();
        var answers = await Task.WhenAll(uploads.Concat(uploads.Where((_, i) => i % 3 == 0)).OrderBy(_ => random.Next()).Select(it => Send(session.Training, it)));
        var repeated = await Task.WhenAll(uploads.Select(it => Send(session.Training, it)));

        var guests = await app.Store.GuestsOf(app.Database, session.Session, default);
        Assert.Equal((0, all.Length), (answers.Sum(it => it.Refused), answers.Sum(it => it.Recorded)));
        Assert.Equal((0, all.Length), (repeated.Sum(it => it.Recorded), repeated.Sum(it => it.Known)));
        Assert.Equal(all.Select(it => it.Id).Order(), guests.SelectMany(it => it.Guest.CheckIns).Select(it => it.Value).Order());
        Assert.Equal(
            scans.GroupBy(it => it.Who).Select(it => (it.Key, it.First().At, it.Last().At)).OrderBy(it => it.Key.Value),
            guests.Select(it => (it.Id, it.Guest.Stay.Entered ?? default, it.Guest.Stay.Left ?? default)).OrderBy(it => it.Id.Value));
        Assert.Equal((People, 0, 0, 0), (await HandIn(session.Training)).Counts());
    }

    [Fact]
    public async Task A_pass_is_judged_by_the_time_it_was_read_corrected_for_the_device_and_not_by_when_it_is_sent()
    {
        var session = await Opened();
        var scan = Scan.Of(Steps.Somebody(), Direction.Entry, Begins, device: 2);
        app.Clock.Now = Begins.AddHours(5);

        // Three minutes after it was issued it holds no more, whatever the device's clock says.
        var late = await Send(session.Training, [scan with { Id = Guid.CreateVersion7(), At = Begins.AddMinutes(3) }]);
        var ahead = await Send(session.Training, [scan with { Id = Guid.CreateVersion7(), At = app.Clock.Now.AddMinutes(2).AddTicks(1) }]);
        var good = await Send(session.Training, [scan with { At = Begins.AddMinutes(3).AddTicks(-1) }]);

        Assert.Equal("DOOR_PASS_EXPIRED", late.Results.Single().Code);
        Assert.Equal("DOOR_CHECK_IN_AHEAD", ahead.Results.Single().Code);
        Assert.Equal(CheckInOutcome.Recorded, good.Results.Single().Result);
    }

    private async Task<(Guid Training, SessionId Session)> Opened()
    {
        app.Clock.Now = Begins.AddHours(-1);
        var training = await app.Designated(Organizer, "13", Steps.Draft(["life-update"], "2026-11-22"));
        await app.As(Roles.Organizer, Organizer).PutAsJsonAsync($"/trainings/{training}/sessions/1/door", new { });
        return (training, (await app.Store.Load<Training>(training, default)).State.Sessions[0].Id);
    }

    /// <summary>As a device sends them: times and its idea of now by its own wrong clock.</summary>
    private async Task<CheckInAnswer> Send(Guid training, IReadOnlyList<Scan> scans)
    {
        var key = app.Services.GetRequiredService<DoorKeys>().OfPasses;
        var wrong = Wrong[scans[0].Device];
        var answer = await app.As(Roles.Organizer, Organizer).PostAsJsonAsync($"/trainings/{training}/sessions/1/door/check-ins", new
        {
            deviceId = new Guid(scans[0].Device + 1, 0, 0, new byte[8]),
            now = app.Clock.Now + wrong,
            checkIns = scans.Select(it => new { it.Id, direction = Codes.Of(it.Direction), pass = CheckInPass.For(it.Who, it.PassAt).Write(key), at = it.At + wrong }),
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<CheckInAnswer>(Json) ?? throw new InvalidOperationException("No answer.");
    }

    private async Task<System.Text.Json.Nodes.JsonNode> HandIn(Guid training) =>
        (await (await app.As(Roles.Organizer, Organizer).PostAsync($"/trainings/{training}/sessions/1/door/attendance", null)).Body())["attendance"]
        ?? throw new InvalidOperationException("No answer.");

    private sealed record Scan(Guid Id, PhysicianId Who, Direction Direction, DateTimeOffset PassAt, DateTimeOffset At, int Device)
    {
        public static Scan Of(Person who, Direction direction, DateTimeOffset at, int device) => new(Guid.CreateVersion7(), who.Id, direction, at, at, device);
    }
}
