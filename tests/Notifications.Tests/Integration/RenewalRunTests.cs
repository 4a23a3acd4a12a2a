using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Features;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class RenewalRunTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly End = new(2028, 6, 30);

    private readonly NotificationsApp _app = new() { Delivers = false };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_member_is_told_by_the_JMA_and_the_prefecture_a_year_before_and_not_a_day_earlier_N1()
    {
        await Know(Holder.Member(End));

        Assert.Equal(0, await Created(End.AddYears(-1).AddDays(-1)));
        Assert.Equal(2, await Created(End.AddYears(-1)));
        Assert.Equal(["JMA OneYear JmaToPhysician", "13 OneYear PrefectureToMember"], await Scheduled());
    }

    [Fact]
    public async Task A_member_of_the_county_alone_is_no_member_of_the_prefecture_N1()
    {
        await Know(Holder.Member(End) with { Prefecture = null });

        Assert.Equal(1, await Created(End.AddYears(-1)));
        Assert.Equal(["JMA OneYear JmaToPhysician"], await Scheduled());
    }

    [Fact]
    public async Task The_county_of_a_member_is_told_four_months_before_and_not_a_day_earlier_N2()
    {
        await Know(Holder.Member(End));
        await Created(new(2028, 2, 28));

        Assert.Equal(0, await Created(new(2028, 2, 28)));
        Assert.Equal(2, await Created(new(2028, 2, 29)));
        Assert.Equal(["13-001 FourMonths DeskToPhysician", "13-001 FourMonths ListForDesk"], (await Scheduled()).Where(it => it.Contains("Four", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_prefecture_of_the_workplace_is_told_of_a_non_member_N2()
    {
        await Know(Holder.NonMember(End));
        await Created(End.AddMonths(-4));

        Assert.Equal(
            ["27 FourMonths DeskToPhysician", "27 FourMonths ListForDesk", "JMA OneYear JmaToPhysician"], await Scheduled());
    }

    [Fact]
    public async Task A_second_run_finds_everything_and_adds_nothing()
    {
        await Know(Holder.Member(End), Holder.NonMember(End));
        var first = await Run(End.AddMonths(-4));
        var second = await Run(End.AddMonths(-4));

        Assert.Equal((7, 0), (Renewals(first, "created"), Renewals(first, "existing")));
        Assert.Equal((0, 9), (Number(second, "created"), Number(second, "existing")));
        Assert.Equal(3, second["byKind"]?["one-year"]?["existing"]?.GetValue<int>());
        Assert.Equal(4, second["byKind"]?["four-months"]?["existing"]?.GetValue<int>());
    }

    [Fact]
    public async Task Runs_side_by_side_schedule_each_notice_once()
    {
        await Know([.. Enumerable.Range(0, 1_500).Select(i => i % 3 == 0 ? Holder.NonMember(End) : Holder.Member(End))]);
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Run(End.AddMonths(-4))));

        Assert.Equal(7_000, runs.Sum(it => Number(it, "created")));
        Assert.Equal(5_500, (await Scheduled()).Count);
        Assert.Equal(4_000, await Number("select count(*)::integer from mamis_commands where kind = 'deliver-notice'"));
    }

    [Fact]
    public async Task A_missed_day_is_caught_up_until_the_last_day_of_the_term()
    {
        await Know(Holder.NonMember(End));

        Assert.Equal(0, await Created(End.AddDays(1)));
        Assert.Equal(3, await Created(End));
    }

    [Fact]
    public async Task A_new_term_is_told_anew()
    {
        var holder = Holder.NonMember(End);
        await Know(holder);
        await Created(End.AddYears(-1));
        await _app.Know([holder.Term(version: 2, validTo: End.AddYears(5))], []);

        Assert.Equal(0, await Created(End.AddMonths(-4)));
        Assert.Equal(1, await Created(End.AddYears(4)));
    }

    [Fact]
    public async Task A_moved_end_is_followed()
    {
        var holder = Holder.NonMember(End);
        await Know(holder);
        await Created(End.AddYears(-1));
        await _app.Know([holder.Term(version: 2, validTo: End.AddDays(40))], []);

        Assert.Equal(0, await Created(End.AddYears(-1).AddDays(39)));
        Assert.Equal(1, await Created(End.AddYears(-1).AddDays(40)));
    }

    [Fact]
    public async Task Where_the_desk_is_not_known_yet_the_JMA_begins_and_a_later_run_does_the_rest()
    {
        var holder = Holder.Member(End);
        await _app.Know([holder.Term()], []);

        Assert.Equal(1, await Created(End.AddMonths(-4)));
        await _app.Know([], [holder.Standing()]);
        Assert.Equal(3, await Created(End.AddMonths(-4)));
    }

    [Fact]
    public async Task A_run_for_a_later_day_takes_nothing_from_the_days_before_it()
    {
        await Know(Holder.NonMember(End), Holder.NonMember(End.AddYears(2)));

        Assert.Equal(1, await Created(End.AddYears(1)));
        Assert.Equal(1, await Created(End.AddYears(-1)));
    }

    [Theory]
    [InlineData(null, "AS_OF_MISSING")]
    [InlineData("soon", "AS_OF_UNREADABLE")]
    [InlineData("2015-01-01", "AS_OF_TOO_EARLY")]
    [InlineData("2226-11-22", "AS_OF_TOO_LATE")]
    public async Task A_run_for_no_day_is_refused(string? asOf, string code)
    {
        using var client = _app.As(TestTokens.For(Roles.Scheduler, scope: RunRenewals.Scope));
        using var answer = await client.PostAsJsonAsync("/renewal-runs", new { asOf });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonObject>())?["code"]?.GetValue<string>());
    }

    [Fact]
    public async Task Only_a_scheduler_with_the_scope_and_the_JMA_start_runs()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Asking(TestTokens.For(Roles.Scheduler, scope: "attendance")));
        Assert.Equal(HttpStatusCode.Forbidden, await Asking(TestTokens.For(Roles.PrefectureStaff, association: "13")));
        Assert.Equal(HttpStatusCode.OK, await Asking(TestTokens.For(Roles.JmaStaff, association: "JMA")));
    }

    private async Task<HttpStatusCode> Asking(string token)
    {
        using var client = _app.As(token);
        using var answer = await client.PostAsJsonAsync("/renewal-runs", new { asOf = "2027-01-01" });
        return answer.StatusCode;
    }

    private Task Know(params Holder[] holders) => _app.Know(holders.Select(it => it.Term()), holders.Select(it => it.Standing()));

    private async Task<int> Created(DateOnly asOf) => Renewals(await Run(asOf), "created");

    private async Task<JsonObject> Run(DateOnly asOf)
    {
        using var client = _app.As(TestTokens.For(Roles.Scheduler, scope: RunRenewals.Scope));
        using var answer = await client.PostAsJsonAsync("/renewal-runs", new { asOf = $"{asOf:yyyy-MM-dd}" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonObject>() ?? [];
    }

    private static int Number(JsonObject answer, string name) => answer[name]?.GetValue<int>() ?? -1;

    /// <summary>N1 and N2; what is asked about before it is told (N5) has tests of its own.</summary>
    private static int Renewals(JsonObject answer, string name) =>
        new[] { "one-year", "four-months" }.Sum(kind => answer["byKind"]?[kind]?[name]?.GetValue<int>() ?? 0);

    private Task<int> Number(string sql) => _app.Database.Find<int>(sql, new { }, CancellationToken.None);

    private Task<IReadOnlyList<string>> Scheduled() => _app.Database.List<string>(
        "select concat_ws(' ', association, kind, route) from notice_cards where kind not like 'Missing%' order by kind, route", new { }, CancellationToken.None);
}
