using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Views;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Posted credits (N5): one notice a morning for each physician, whatever the number of credits.</summary>
[Trait("Category", "Servers")]
public sealed class CreditDigestTests : IAsyncLifetime, IDisposable
{
    private const string Email = "kakuu@example.invalid";

    private readonly NotificationsApp _app = new();
    private readonly Holder _holder = Holder.NonMember(TimeProvider.System.Today().AddYears(3));

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _app.Clock.AdvanceTo(BusinessCalendar.StartOf(_app.Clock.Today().AddDays(1)).AddHours(12));
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_credits_of_a_day_are_told_together_the_next_morning_and_once_N5()
    {
        var taken = Credit();
        CreditPosted[] credits = [Credit(units: 2), Credit(units: 3), taken, Credit(status: "pending")];
        await Task.WhenAll(credits.Select(it => _app.Publish(it)));
        await _app.Publish(credits[0]);
        await _app.Publish(new CreditWithdrawn { EntryId = taken.EntryId, PhysicianId = taken.PhysicianId, OccurredAt = default });
        await Kept("posted_on is not null", 3);
        await Kept("withdrawn", 1);

        await _app.RunFor(_holder, Email);
        Assert.Null(await _app.Card("kind = 'CreditsPosted'"));
        await NextMorning();
        var notice = await NotificationsApp.Eventually(() => _app.Card("kind = 'CreditsPosted' and state = 'Sent'"));
        await NextMorning();

        Assert.Contains("（2件、合計5単位）", (await Text(notice.Id))?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, await Number("select count(*)::integer from notice_cards where kind = 'CreditsPosted'"));
    }

    [Fact]
    public async Task What_is_posted_later_is_told_on_the_morning_after_N5()
    {
        _app.Identity.People[_holder.PhysicianId] = _holder.Person(Email);
        await Post(Credit());
        await NextMorning();
        await Told(1);
        await Post(Credit());
        await NextMorning();
        await Told(2);
    }

    [Fact]
    public async Task Who_has_no_mail_reads_it_in_the_my_page_and_gets_no_letter_N5()
    {
        _app.Identity.People[_holder.PhysicianId] = _holder.Person(email: null);
        await _app.Database.Do("insert into contacts (physician_id, my_page) values (@PhysicianId, true)", _holder, CancellationToken.None);
        await Post(Credit());
        await NextMorning();
        var notice = await NotificationsApp.Eventually(() => _app.Card("kind = 'CreditsPosted' and state = 'Sent'"));
        using var client = _app.As(TestTokens.For(Roles.Physician, _holder.PhysicianId));
        var inbox = await client.GetFromJsonAsync<JsonObject>("/notices");

        Assert.Equal(("my-page", "NO_EMAIL"), ($"{inbox?["notices"]?[0]?["channel"]}", notice.Code));
        Assert.NotNull(await Text(notice.Id));
    }

    [Fact]
    public async Task Five_thousand_physicians_of_one_list_are_scheduled_in_five_appends_N5()
    {
        var store = _app.Services.GetRequiredService<IEventStore>();
        await store.Append(new Changes().Write(PostedCredits.Posted(Enumerable.Range(0, 5_000).Select(_ => Credit(physician: Guid.CreateVersion7())))), CancellationToken.None);
        await NextMorning();
        await NotificationsApp.Eventually(async () => await Number("select count(*)::integer from posted_credits where notice_id is not null") == 5_000 ? "all" : null);

        Assert.Equal(5_000, await Number("select count(*)::integer from notice_cards where kind = 'CreditsPosted'"));
        Assert.Equal(5, await Number("select count(distinct xmin::text)::integer from mt_events where type = 'notice_scheduled'"));
    }

    private CreditPosted Credit(int units = 1, string status = "posted", Guid? physician = null) => new()
    {
        EntryId = Guid.CreateVersion7(),
        PhysicianId = physician ?? _holder.PhysicianId,
        TrainingKey = "training",
        Date = _app.Clock.Today(),
        Category = "life-update",
        Units = units,
        Source = status == "posted" ? "mamis" : "paper",
        Status = status,
        Mode = "onsite",
        Attendance = "full",
        Role = "attendee",
        OccurredAt = _app.Clock.GetUtcNow(),
    };

    private async Task Post(CreditPosted credit)
    {
        await _app.Publish(credit);
        await Kept($"entry_id = '{credit.EntryId}'", 1);
    }

    private Task<string> Kept(string condition, int number) => NotificationsApp.Eventually(async () =>
        await Number($"select count(*)::integer from posted_credits where {condition}") == number ? "kept" : null);

    private Task<string> Told(int number) => NotificationsApp.Eventually(async () =>
        await Number("select count(*)::integer from notice_cards where kind = 'CreditsPosted' and state = 'Sent'") == number ? "told" : null);

    private async Task NextMorning()
    {
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.RunForToday();
    }

    private async Task<JsonNode?> Text(Guid notice)
    {
        using var client = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        return (await client.GetFromJsonAsync<JsonObject>($"/notices/{notice}"))?["text"]?["body"];
    }

    private Task<int> Number(string sql) => _app.Database.Find<int>(sql, new { }, CancellationToken.None);
}
