using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Mamis.Kernel;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>The finder and its feeds, without a log-in; the clock stands at 22 November 2026.</summary>
[Trait("Category", "Servers")]
public sealed class FinderTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task Only_what_is_designated_and_not_called_off_is_found()
    {
        var found = await Designated("01", "2026-12-01", "life-update");
        var off = await Designated("01", "2026-12-02", "life-update");
        using var organizer = app.As(Roles.Organizer, "ORG-1");
        await organizer.PostAsJsonAsync("/trainings", Steps.Draft(["life-update"], "2026-12-03", "01"));
        await organizer.PostAsJsonAsync($"/trainings/{off}/cancellation", new { reason = "x" });

        Assert.Equal([found], await Found("prefecture=01"));
        var calendar = await app.CreateClient().GetStringAsync("/trainings/finder/calendar.ics?prefecture=01");
        Assert.Equal((1, 1), (Count(calendar, "STATUS:CONFIRMED"), Count(calendar, "STATUS:CANCELLED")));
    }

    [Theory]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", true)]
    [InlineData("2027-11-22", true)]
    [InlineData("2027-11-23", false)]
    public async Task Without_days_the_search_runs_from_today_for_a_year(string date, bool isFound)
    {
        var id = await Designated("02", date, "life-update");

        Assert.Equal(isFound, (await Found("prefecture=02")).Contains(id));
        Assert.Contains(id, await Found($"prefecture=02&from={date}&to={date}"));
    }

    [Fact]
    public async Task Scheme_category_item_and_mode_narrow_the_search()
    {
        var life = await Designated("03", "2026-12-02", "life-update");
        var sports = await Designated("03", "2026-12-01", "retraining");

        Assert.Equal([sports, life], await Found("prefecture=03"));
        Assert.Equal([sports], await Found("prefecture=03&scheme=sports"));
        Assert.Equal([life], await Found("prefecture=03&category=life-update&category=life-field"));
        Assert.Empty(await Found("prefecture=03&category=life-update&scheme=sports"));
        Assert.Empty(await Found("prefecture=03&item=general"));
        Assert.Empty(await Found("prefecture=03&mode=web"));
    }

    [Fact]
    public async Task Every_value_that_cannot_be_used_is_named()
    {
        using var everybody = app.CreateClient();
        const string query = "?from=x&to=2026-13-01&prefecture=48&scheme=a&category=b&item=c&mode=d&cursor=e";

        foreach (var address in new[] { "", "/calendar.ics", "/feed.rss", "/feed.json" })
        {
            var answer = await everybody.GetAsync($"/trainings/finder{address}{query}");

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(
                ["category", "cursor", "from", "item", "mode", "prefecture", "scheme", "to"],
                (await answer.Body())["refusals"]?.AsArray().Select(it => it?["subject"]?.GetValue<string>()).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("from=2026-12-02&to=2026-12-01", false)]
    [InlineData("from=2026-12-01&to=2026-12-01", true)]
    [InlineData("from=2026-12-01&to=2028-12-01", true)]
    [InlineData("from=2026-12-01&to=2028-12-02", false)]
    public async Task A_search_spans_at_most_two_years(string days, bool isTaken) => Assert.Equal(
        isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await app.CreateClient().GetAsync($"/trainings/finder?{days}")).StatusCode);

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await Designated("04", "2026-12-01", [.. Enumerable.Repeat("life-update", 60)]);
        await Designated("04", "2026-12-02", [.. Enumerable.Repeat("life-field", 60)]);
        var sessions = new List<string>();
        string? next = string.Empty;

        while (next is not null)
        {
            var page = await (await app.CreateClient().GetAsync($"/trainings/finder?prefecture=04&cursor={next}")).Body();
            sessions.AddRange((page["items"]?.AsArray() ?? []).Select(it => $"{it?["date"]} {it?["sessionId"]}"));
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal(120, sessions.Distinct().Count());
        Assert.Equal(sessions.Order(StringComparer.Ordinal), sessions);
    }

    [Fact]
    public async Task Whoever_has_the_answer_already_is_told_so()
    {
        using var everybody = app.CreateClient();
        await Designated("05", "2026-12-01", "life-update");
        var first = await everybody.GetAsync("/trainings/finder?prefecture=05");
        everybody.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag ?? throw new InvalidOperationException("No tag."));

        Assert.Equal((true, 300d), (first.Headers.CacheControl?.Public, first.Headers.CacheControl?.MaxAge?.TotalSeconds));
        Assert.Equal(HttpStatusCode.NotModified, (await everybody.GetAsync("/trainings/finder?prefecture=05")).StatusCode);
        await Designated("05", "2026-12-02", "life-update");
        Assert.Equal(HttpStatusCode.OK, (await everybody.GetAsync("/trainings/finder?prefecture=05")).StatusCode);
    }

    [Fact]
    public async Task Feeds_are_what_they_say_they_are()
    {
        var id = await Designated("06", "2026-12-01", "life-update");
        using var everybody = app.CreateClient();
        var rss = await everybody.GetAsync("/trainings/finder/feed.rss?prefecture=06");
        var json = await everybody.GetAsync("/trainings/finder/feed.json?prefecture=06");
        var item = XDocument.Parse(await rss.Content.ReadAsStringAsync()).Descendants("item").Single();

        Assert.Equal("application/rss+xml", rss.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"https://mamis.example.invalid/trainings/{id}#session-1", item.Element("link")?.Value);
        Assert.Equal("application/feed+json", json.Content.Headers.ContentType?.MediaType);
        Assert.Equal("https://jsonfeed.org/version/1.1", (await json.Body())["version"]?.GetValue<string>());
        Assert.Contains("生涯研修 更新", (await json.Body())["items"]?[0]?["content_text"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    private Task<Guid> Designated(string prefecture, string date, params IReadOnlyList<string> categories) =>
        app.Designated("ORG-1", prefecture, Steps.Draft(categories, date, prefecture));

    private async Task<IReadOnlyList<Guid>> Found(string query) =>
        [.. (JsonNode.Parse(await app.CreateClient().GetStringAsync($"/trainings/finder?{query}"))?["items"]?.AsArray() ?? []).Select(it => it?["trainingId"].Id() ?? default)];

    private static int Count(string text, string what) => text.Split(what).Length - 1;
}
