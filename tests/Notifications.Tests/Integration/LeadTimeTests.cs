using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Associations tell earlier, later or not at all, from a day they set; the runs and the coverage report follow (N1, N2).</summary>
[Trait("Category", "Servers")]
public sealed class LeadTimeTests : IAsyncLifetime, IDisposable
{
    private const string FourMonthsByDesk = "n.kind = 'FourMonths' and n.route = 'ListForDesk'";

    private readonly NotificationsApp _app = new() { Delivers = false };

    private DateOnly Today => _app.Clock.Today();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_county_tells_earlier_from_its_day_on_and_its_neighbour_as_before_N2()
    {
        var end = Today.MonthsAfter(5);
        var (own, neighbour) = (Holder.Member(end), Holder.Member(end) with { County = "13-002" });
        await Know(own, neighbour);
        await Set("13-001", "four-months", months: 6, since: Today.AddDays(1));
        await _app.RunForToday();
        Assert.Empty(await Told(FourMonthsByDesk));

        _app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await Gaps(Today));
        await _app.RunForToday();
        await _app.RunForToday();
        Assert.Equal([own.PhysicianId], await Told(FourMonthsByDesk));
        Assert.Equal([own.PhysicianId], await Told("n.kind = 'FourMonths' and n.route = 'DeskToPhysician'"));
        Assert.Equal([end.MonthsAfter(-6)], await _app.Database.List<DateOnly>($"select n.due_on from notice_cards n where {FourMonthsByDesk}", new { }, default));
        Assert.Equal((0, 0), (await Gaps(Today), await Gaps(Today.AddDays(-1))));
    }

    [Fact]
    public async Task Who_goes_back_to_the_rule_for_all_passes_over_nobody_in_between_N2()
    {
        var holder = Holder.Member(Today.MonthsAfter(4).AddDays(-9));
        await Set("13-001", "four-months", months: 3, since: Today.AddDays(1));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await Know(holder);
        await _app.RunForToday();
        Assert.Equal((0, 0), ((await Told(FourMonthsByDesk)).Count, await Gaps(Today)));

        await Set("13-001", "four-months", months: null, since: Today.AddDays(1));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.RunForToday();
        Assert.Equal([holder.PhysicianId], await Told(FourMonthsByDesk));
        Assert.Equal(0, await Gaps(Today));
    }

    [Fact]
    public async Task A_member_who_moves_to_a_county_that_tells_earlier_is_told_there_once_N2()
    {
        var holder = Holder.Member(Today.MonthsAfter(5)) with { County = "13-002" };
        await Set("13-001", "four-months", months: 6, since: Today.AddDays(1));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await Know(holder);
        await _app.RunForToday();
        Assert.Empty(await Told(FourMonthsByDesk));

        await _app.Know([], [holder.Standing(version: 2) with { County = "13-001" }]);
        await _app.RunForToday();
        Assert.Equal([holder.PhysicianId], await Told(FourMonthsByDesk));
    }

    [Fact]
    public async Task A_prefecture_that_does_not_tell_leaves_its_members_to_the_JMA_N1()
    {
        await Know(Holder.Member(Today.AddDays(200)));
        await Set("13", "one-year", months: 0, since: Today.AddDays(1));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.RunForToday();

        Assert.Equal(
            ["JmaToPhysician"],
            await _app.Database.List<string>("select n.route from notice_cards n where n.kind = 'OneYear'", new { }, default));
        Assert.Equal(0, await Gaps(Today));
    }

    [Fact]
    public async Task The_list_shows_what_holds_what_comes_and_to_the_JMA_who_differs()
    {
        await Set("13", "four-months", months: 5, since: Today.AddDays(1));
        await Set("13", "four-months", months: null, since: Today.AddDays(3));
        var before = await Line("13");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var after = await Line("13");
        using var jma = Staff("JMA");
        var elsewhere = (await jma.GetFromJsonAsync<JsonObject>("/lead-times"))?["elsewhere"]?.AsArray() ?? [];

        Assert.Equal(("4", string.Empty, 2), ($"{before["months"]}", $"{before["since"]}", before["coming"]?.AsArray().Count));
        Assert.Equal(("5", $"{Today:yyyy-MM-dd}", "4", 1), ($"{after["months"]}", $"{after["since"]}", $"{after["forAll"]}", after["coming"]?.AsArray().Count));
        Assert.Equal(("3", "9", "False"), ($"{after["shortest"]}", $"{after["longest"]}", after["mayBeLeft"]?.GetValue<bool>().ToString()));
        Assert.Equal(["13 four-months occupational 5"], elsewhere.Select(it => $"{it?["association"]} {it?["kind"]} {it?["scheme"]} {it?["leadMonths"]}"));
    }

    private Task Know(params Holder[] holders) => _app.Know(holders.Select(it => it.Term()), holders.Select(it => it.Standing()));

    private async Task Set(string association, string kind, int? months, DateOnly since)
    {
        using var staff = Staff(association);
        using var answer = await staff.PostAsJsonAsync("/lead-times", new { kind, scheme = "occupational", leadMonths = months, since });
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonObject> Line(string association)
    {
        using var staff = Staff(association);
        var leads = (await staff.GetFromJsonAsync<JsonObject>("/lead-times"))?["leads"]?.AsArray() ?? [];
        return leads.OfType<JsonObject>().Single(it => $"{it["kind"]} {it["scheme"]}" == "four-months occupational");
    }

    private async Task<int> Gaps(DateOnly on)
    {
        using var jma = Staff("JMA");
        return (await jma.GetFromJsonAsync<JsonObject>($"/coverage?on={on:yyyy-MM-dd}"))?["unexplained"]?.GetValue<int>() ?? -1;
    }

    private Task<IReadOnlyList<Guid>> Told(string condition) =>
        _app.Database.List<Guid>($"select n.physician_id from notice_cards n where {condition}", new { }, CancellationToken.None);

    private HttpClient Staff(string association) => _app.As(TestTokens.For(
        Association.TierOf(association) switch { Tier.Jma => Roles.JmaStaff, Tier.Prefecture => Roles.PrefectureStaff, _ => Roles.CountyStaff },
        association: association));
}
