using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Contracts.Certification;
using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class DeskTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly End = TimeProvider.System.Today().AddMonths(4).AddDays(-20);

    private readonly NotificationsApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Who_has_no_email_gets_a_letter_that_the_desk_prints_and_posts()
    {
        await _app.RunFor(Holder.NonMember(End) with { WorkplacePrefecture = "13" }, email: null);
        var letter = await NotificationsApp.Eventually(() => _app.Card("state = 'LetterOrdered' and association = '13'"));
        using var desk = _app.As(Staff("13"));
        using var printed = await desk.PostAsync("/letter-batches", null);
        var batch = await desk.GetStringAsync($"{printed.Headers.Location}.html");
        var pdf = PdfText.Of(await desk.GetByteArrayAsync($"{printed.Headers.Location}.pdf"));
        using var beyond = await desk.GetAsync($"{printed.Headers.Location}.pdf?part=2");
        var file = await desk.GetStringAsync($"{printed.Headers.Location}.csv");
        using var posted = await desk.PostAsync($"{printed.Headers.Location}/dispatch", null);
        using var again = await desk.PostAsync("/letter-batches", null);

        Assert.Equal(HttpStatusCode.Created, printed.StatusCode);
        Assert.All([batch, file], it => Assert.Contains("架空都見本区1番地", it, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.All([batch, pdf], it => Assert.Contains("S100", it, StringComparison.Ordinal));
        Assert.Equal(["letter", "letter", "letter"], _app.Identity.Looks);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(Notifications.Domain.NoticeState.Sent, (await _app.Card($"id = '{letter.Id}'"))?.State);
    }

    [Fact]
    public async Task A_batch_is_no_business_of_another_association()
    {
        await _app.RunFor(Holder.NonMember(End) with { WorkplacePrefecture = "13" }, email: null);
        await NotificationsApp.Eventually(() => _app.Card("state = 'LetterOrdered' and association = '13'"));
        using var desk = _app.As(Staff("13"));
        using var printed = await desk.PostAsync("/letter-batches", null);
        using var other = _app.As(Staff("27"));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{printed.Headers.Location}.html")).StatusCode);
        Assert.Empty(Rows(await other.GetFromJsonAsync<JsonObject>("/letters"), "letters"));
        var own = await desk.GetFromJsonAsync<JsonObject>("/letters?state=printed");
        Assert.Single(Rows(own, "letters"));
        Assert.Equal(0, (int?)own?["waiting"]);
        Assert.Equal($"{printed.Headers.Location}", $"/letter-batches/{Assert.Single(Rows(own, "printed"))?["id"]}");
    }

    [Fact]
    public async Task The_list_of_a_desk_names_its_own_physicians_and_follows_a_move_N2()
    {
        var holder = Holder.Member(End);
        await _app.RunFor(holder, "kakuu@example.invalid");
        using var county = _app.As(Staff("13-001"));
        using var other = _app.As(Staff("27"));

        Assert.Equal(holder.PhysicianId, Assert.Single(await Listed(county)));
        Assert.Empty(await Listed(other));

        await _app.Know([], [(holder with { County = null, Prefecture = null, WorkplacePrefecture = "27" }).Standing(version: 2)]);

        Assert.Empty(await Listed(county));
        Assert.Single(await Listed(other));
    }

    [Fact]
    public async Task Who_renews_leaves_the_list()
    {
        var holder = Holder.Member(End);
        await _app.RunFor(holder, "kakuu@example.invalid");
        await _app.Know([holder.Term(version: 2, validTo: End.AddYears(5))], []);
        using var county = _app.As(Staff("13-001"));

        Assert.Empty(await Listed(county));
    }

    [Fact]
    public async Task A_physician_finds_the_own_notices_with_their_text_and_nobody_elses()
    {
        var holder = Holder.Member(End);
        await _app.RunFor(holder, "kakuu@example.invalid");
        await NotificationsApp.Eventually(async () => await _app.Database.Find<int>("select count(*)::integer from notice_cards where state = 'Sent'", new { }, CancellationToken.None) == 3 ? "all" : null);
        using var physician = _app.As(TestTokens.For(Roles.Physician, holder.PhysicianId));
        using var stranger = _app.As(TestTokens.For(Roles.Physician));
        var notices = Rows(await physician.GetFromJsonAsync<JsonObject>("/notices?mine=true"), "notices");
        var path = $"/notices/{notices[0]["id"]}";
        var history = await physician.GetFromJsonAsync<JsonObject>(path);

        Assert.Equal(["four-months", "one-year", "one-year"], notices.Select(it => $"{it["kind"]}").Order());
        Assert.All(notices, it => Assert.Equal(("sent", $"{End:yyyy-MM-dd}"), ($"{it["state"]}", $"{it["validTo"]}")));
        Assert.Equal(["scheduled", "sent"], Rows(history, "deliveries").Select(it => $"{it["what"]}"));
        Assert.NotEqual(string.Empty, $"{history?["text"]?["body"]}");
        Assert.Empty(Rows(await stranger.GetFromJsonAsync<JsonObject>("/notices"), "notices"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("13-001", 5)]
    [InlineData("13", 5)]
    [InlineData("JMA", 5)]
    [InlineData("13-002", 0)]
    [InlineData("27", 0)]
    public async Task Staff_see_the_notices_of_those_their_association_reaches_D4(string association, int seen)
    {
        await _app.RunFor(Holder.Member(End), "kakuu@example.invalid");
        using var staff = _app.As(Staff(association));

        Assert.Equal(seen, Rows(await staff.GetFromJsonAsync<JsonObject>("/notices?desk=true"), "notices").Length);
    }

    [Fact]
    public async Task What_the_other_services_tell_is_known_in_whatever_order_it_comes()
    {
        var (early, late) = (Holder.Member(End), Holder.Member(End));
        var ended = new CertificateEnded { CertificateId = early.CertificateId, PhysicianId = early.PhysicianId, Reason = "resigned", Version = 2, OccurredAt = default };
        await _app.Publish(ended);
        await NotificationsApp.Eventually(() => Row<string>("select 'row' from certificate_terms where ended"));
        await _app.Publish(early.Term(version: 1));
        await _app.Publish(late.Term(version: 3, validTo: End.AddYears(5)));
        await _app.Publish(late.Term(version: 1));
        await _app.Publish(late.Standing());
        await _app.Publish(new MyPageActivated { PhysicianId = late.PhysicianId, OccurredAt = default });
        await _app.Publish(new PhysicianKnown { PhysicianId = late.PhysicianId, Version = 4, OccurredAt = default });
        await NotificationsApp.Eventually(() => Row<string>("select 'row' from contacts where my_page and version = 4"));
        await NotificationsApp.Eventually(() => Row<string>("select 'row' from standings"));
        await NotificationsApp.Eventually(() => Row<string>($"select 'row' from certificate_terms where valid_to = '{End.AddYears(5):yyyy-MM-dd}' and version = 3"));

        Assert.Equal("row", await Row<string>("select 'row' from certificate_terms where ended and version = 2"));
    }

    private static string Staff(string association) => TestTokens.For(
        Association.TierOf(association) switch { Tier.Jma => Roles.JmaStaff, Tier.Prefecture => Roles.PrefectureStaff, _ => Roles.CountyStaff },
        association: association);

    private Task<T?> Row<T>(string sql) => _app.Database.Find<T>(sql, new { }, CancellationToken.None);

    private static async Task<Guid[]> Listed(HttpClient desk) =>
        [.. Rows(await desk.GetFromJsonAsync<JsonObject>("/renewal-lists"), "physicians").Select(it => Guid.Parse($"{it["physicianId"]}"))];

    private static JsonObject[] Rows(JsonObject? answer, string name) => [.. (answer?[name]?.AsArray() ?? []).OfType<JsonObject>()];
}
