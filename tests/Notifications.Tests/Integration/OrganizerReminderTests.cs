using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Messaging;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Lists that do not come (P5): the organizer is reminded on its page and by mail, the prefecture's desk hears of an overdue one.</summary>
[Trait("Category", "Servers")]
public sealed class OrganizerReminderTests : IAsyncLifetime, IDisposable
{
    private static readonly StaffAddress Clerk = new(Guid.CreateVersion7(), "ORG-001", "clerk@example.invalid");

    private readonly NotificationsApp _app = new();
    private readonly UnreportedTraining _training = new(Guid.CreateVersion7(), "ORG-001", "架空の研修会", "13", TimeProvider.System.Today());

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _app.TrainingCredits.Unreported[_training.TrainingId] = _training;
        _app.Identity.Staff.Enqueue((Roles.Organizer, Clerk));
        _app.Identity.Staff.Enqueue((Roles.Auditor, Clerk with { StaffId = Guid.CreateVersion7(), Email = "auditor@example.invalid" }));
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_organizer_is_reminded_on_days_14_and_25_and_on_day_30_the_prefecture_hears_too_P5()
    {
        Assert.Empty(await AfterDays(13));
        Assert.Equal(["AttendanceAwaited ORG-001"], await AfterDays(14));
        Assert.Equal(["AttendanceAwaited ORG-001"], await AfterDays(24));
        Assert.Equal(["AttendanceAwaited ORG-001", "AttendanceAwaited ORG-001"], await AfterDays(25));
        string[] all = ["AttendanceAwaited ORG-001", "AttendanceAwaited ORG-001", "AttendanceOverdue ORG-001", "OrganizerOverdue 13"];
        Assert.Equal(all, await AfterDays(30));
        Assert.Equal(all, await AfterDays(31));
        Assert.Equal(3, _app.Mailbox.List().Count);
    }

    [Fact]
    public async Task After_missed_days_only_the_latest_step_is_told_and_who_reported_in_between_is_left_in_peace_P5()
    {
        var reported = _training with { TrainingId = Guid.CreateVersion7(), Title = "提出済みの研修会" };
        _app.TrainingCredits.Unreported[reported.TrainingId] = reported;
        _app.TrainingCredits.Unreported.Remove(reported.TrainingId, out _);

        Assert.Equal(["AttendanceOverdue ORG-001", "OrganizerOverdue 13"], await AfterDays(40));
    }

    [Fact]
    public async Task The_page_shows_text_and_steps_to_the_organizer_and_to_nobody_else_P5()
    {
        await AfterDays(14);
        using var organizer = _app.As(TestTokens.For(Roles.Organizer, Clerk.StaffId, "ORG-001"));
        using var other = _app.As(TestTokens.For(Roles.Organizer, association: "ORG-002"));
        using var desk = _app.As(TestTokens.For(Roles.JmaStaff, association: "ORG-001"));
        var card = Assert.Single(await Inbox(organizer));
        var notice = await organizer.GetFromJsonAsync<JsonObject>($"/organisation-notices/{card?["id"]}");
        using var refused = await other.GetAsync(new Uri($"/organisation-notices/{card?["id"]}", UriKind.Relative));

        Assert.Equal(("attendance-awaited", "13", "sent"), ($"{card?["kind"]}", $"{card?["association"]}", $"{card?["state"]}"));
        Assert.Contains("架空の研修会", $"{notice?["text"]?["body"]}", StringComparison.Ordinal);
        Assert.Equal(["scheduled", "sent", "staff-mailed"], notice?["deliveries"]?.AsArray().Select(it => $"{it?["what"]}"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Empty(await Inbox(other));
        Assert.Empty(await Inbox(desk));
        Assert.DoesNotContain(Clerk.Email, await _app.Database.Find<string>("select string_agg(data::text, '') from mt_events", new { }, default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_switched_the_mails_off_finds_it_on_the_page_only_and_a_colleague_still_gets_hers()
    {
        var colleague = Clerk with { StaffId = Guid.CreateVersion7(), Email = "colleague@example.invalid" };
        _app.Identity.Staff.Enqueue((Roles.Organizer, colleague));
        using var organizer = _app.As(TestTokens.For(Roles.Organizer, Clerk.StaffId, "ORG-001"));
        using var answer = await organizer.PutAsJsonAsync("/preferences/attendance-awaited", new { mail = false });
        using var unknown = await organizer.PutAsJsonAsync("/preferences/desk-overdue", new { mail = false });
        await AfterDays(14);
        var mail = MailParts.Of(_app.Mailbox.Find(Assert.Single(_app.Mailbox.List()).Id));
        var choices = await organizer.GetFromJsonAsync<JsonObject>("/preferences");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (answer.StatusCode, unknown.StatusCode));
        Assert.Contains("To: colleague@example.invalid", mail.Header, StringComparison.Ordinal);
        Assert.Equal(["attendance-awaited false", "attendance-overdue true", "claim-at-organizer true"], choices?["kinds"]?.AsArray().Select(it => $"{it?["kind"]} {it?["mail"]}"));
        Assert.Equal(1, await _app.Database.Find<int>("select count(*)::integer from mt_events where type = 'staff_mail_left'", new { }, default));
    }

    private static async Task<IReadOnlyList<JsonNode?>> Inbox(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonObject>("/organisation-notices"))?["notices"]?.AsArray() ?? []];

    /// <summary>Which notices there are, told, after two runs of that day.</summary>
    private async Task<IReadOnlyList<string>> AfterDays(int days)
    {
        _app.Clock.AdvanceTo(BusinessCalendar.StartOf(_training.LastDay.AddDays(days)).AddHours(12));
        await Task.WhenAll(_app.RunForToday(), _app.RunForToday());
        await _app.AllDone();

        return await _app.Told();
    }
}
