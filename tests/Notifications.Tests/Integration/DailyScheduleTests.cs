using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Features;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class DailyScheduleTests
{
    private static readonly DateOnly Tomorrow = TimeProvider.System.Today().AddDays(1);

    [Fact]
    public async Task A_day_is_run_once_from_six_on()
    {
        await using var app = await Start();
        app.Clock.AdvanceTo(Six.AddMinutes(-1));
        await CatchUp(app);
        await CatchUp(app);
        var before = await Days(app);
        app.Clock.AdvanceTo(Six);
        await CatchUp(app);
        await CatchUp(app);

        Assert.Equal([Tomorrow.AddDays(-1)], before);
        Assert.Equal([Tomorrow.AddDays(-1), Tomorrow], await Days(app));
    }

    [Fact]
    public async Task Three_missed_days_are_made_up_for_the_oldest_first()
    {
        await using var app = await Start();
        var missed = Holder.NonMember(Tomorrow.AddDays(2));
        await app.Know([missed.Term()], [missed.Standing()]);
        app.Clock.AdvanceTo(Six.AddDays(3));
        await app.Database.Do(
            "insert into renewal_runs values (gen_random_uuid(), @day, 'Schedule', null, now(), now(), 0, 0)", new { day = Tomorrow.AddDays(-1) }, CancellationToken.None);
        await CatchUp(app);

        Assert.Equal([.. Enumerable.Range(-1, 5).Select(Tomorrow.AddDays)], await Days(app));
        Assert.Equal("4 0 0 0", string.Join(' ', (await Created(app)).Skip(1)));
    }

    [Fact]
    public async Task Two_nodes_run_a_day_once_between_them()
    {
        await using var first = await Start();
        await using var second = new NotificationsApp { Delivers = false, Clock = first.Clock, Beside = first };
        await second.InitializeAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => CatchUp(i % 2 == 0 ? first : second)));

        Assert.Single(await Days(first));
    }

    [Fact]
    public async Task A_day_whose_run_broke_off_is_run_again()
    {
        await using var app = await Start();
        app.Clock.AdvanceTo(Six);
        await app.Database.Do(
            "insert into renewal_runs values (@Id, @Tomorrow, 'Schedule', null, @At)", new { Id = Guid.Empty, Tomorrow, At = Six.AddHours(-2) }, CancellationToken.None);
        await CatchUp(app);
        var runs = Runs(await Read(app, Roles.JmaStaff, "JMA"));

        Assert.Equal(["ended", "broken-off"], runs.Select(it => $"{it["state"]}"));
        Assert.All(runs, it => Assert.Equal($"{Tomorrow:yyyy-MM-dd}", $"{it["asOf"]}"));
    }

    [Fact]
    public async Task The_clockwork_starts_the_run_by_itself()
    {
        await using var app = new NotificationsApp { Delivers = false, Schedules = true };
        app.Clock.AdvanceTo(Six.AddSeconds(-8));
        await app.InitializeAsync();
        var began = await NotificationsApp.Eventually(() => app.Database.Find<DateTimeOffset?>(
            "select started_at from renewal_runs where as_of = @Tomorrow and started_by = 'Schedule' and ended_at is not null", new { Tomorrow }, CancellationToken.None));

        Assert.InRange(began ?? default, Six, Six.AddMinutes(1));
    }

    [Fact]
    public async Task The_schedule_takes_up_what_is_still_open()
    {
        await using var smtp = MoodySmtp.ToRecipients("451 come again");
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(Tomorrow.AddYears(1).AddDays(-20)), "kakuu@example.invalid");
        await NotificationsApp.Eventually(() => app.Card("code is not null"));
        await app.Database.Do("update mamis_commands set parked = true where done_at is null", new { }, CancellationToken.None);
        app.Clock.AdvanceTo(Six.AddDays(4));
        await CatchUp(app);

        Assert.Equal("SMTP_451", (await app.Notice("LetterOrdered")).Code);
    }

    [Fact]
    public async Task Staff_of_the_JMA_and_auditors_see_who_ran_what()
    {
        await using var app = await Start();
        var clerk = Guid.CreateVersion7();
        await CatchUp(app);
        await app.RunForToday();
        using var jma = app.As(TestTokens.For(Roles.JmaStaff, clerk, association: "JMA"));
        using var asked = await jma.PostAsJsonAsync("/renewal-runs", new { asOf = $"{Tomorrow:yyyy-MM-dd}" });
        var answer = await Read(app, Roles.Auditor, "JMA");

        Assert.Equal(["person", "client", "schedule"], Runs(answer).Select(it => $"{it["startedBy"]}"));
        Assert.Equal([$"{clerk}", null], new[] { Runs(answer)[0], Runs(answer)[2] }.Select(it => it["starter"]?.GetValue<string>()));
        Assert.Equal("06:00:00", $"{answer["at"]}");
        Assert.NotNull(answer["lastDay"]);

        using var county = app.As(TestTokens.For(Roles.CountyStaff, association: "13-001"));
        Assert.Equal(HttpStatusCode.Forbidden, (await county.GetAsync("/renewal-runs")).StatusCode);
    }

    private static DateTimeOffset Six => BusinessCalendar.StartOf(Tomorrow).AddHours(6);

    private static async Task<NotificationsApp> Start()
    {
        var app = new NotificationsApp { Delivers = false };
        await app.InitializeAsync();
        return app;
    }

    private static async Task CatchUp(NotificationsApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CatchUpRenewals>().Run(CancellationToken.None);
    }

    private static Task<IReadOnlyList<DateOnly>> Days(NotificationsApp app) =>
        app.Database.List<DateOnly>("select as_of from renewal_runs order by started_at", new { }, CancellationToken.None);

    private static async Task<int[]> Created(NotificationsApp app) =>
        [.. await app.Database.List<int>("select created from renewal_runs order by started_at", new { }, CancellationToken.None)];

    private static async Task<JsonObject> Read(NotificationsApp app, string role, string association)
    {
        using var client = app.As(TestTokens.For(role, association: association));
        return await client.GetFromJsonAsync<JsonObject>("/renewal-runs") ?? [];
    }

    private static JsonObject[] Runs(JsonObject answer) => [.. (answer["runs"]?.AsArray() ?? []).OfType<JsonObject>()];
}
