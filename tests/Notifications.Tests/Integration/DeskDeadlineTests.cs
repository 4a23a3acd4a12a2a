using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Messaging;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Deadlines of desks in an intake round (N5): reminders before, and a word to the desk above once it has passed.</summary>
[Trait("Category", "Servers")]
public sealed class DeskDeadlineTests : IAsyncLifetime, IDisposable
{
    private static readonly StaffAddress Clerk = new(Guid.CreateVersion7(), "13-001", "clerk@example.invalid");

    private readonly NotificationsApp _app = new();
    private readonly DeskDeadline _desk = new(
        "13-001", "occupational", Guid.CreateVersion7(), TimeProvider.System.Today().AddDays(20), Open: 3, TimeProvider.System.Today().AddDays(-30));

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _app.Certification.Desks.Add(_desk);
        _app.Identity.Staff.Enqueue((Roles.CountyStaff, Clerk));
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_desk_is_reminded_14_7_and_1_days_before_and_once_it_is_overdue_the_one_above_hears_too_N5()
    {
        Assert.Empty(await DaysBefore(15));
        Assert.Single(await DaysBefore(14));
        Assert.Single(await DaysBefore(8));
        Assert.Equal(2, (await DaysBefore(7)).Count);
        Assert.Equal(3, (await DaysBefore(1)).Count);
        Assert.Equal(["DeskDeadline 13-001", "DeskDeadline 13-001", "DeskDeadline 13-001"], await DaysBefore(0));
        Assert.Equal(["DeskBelowOverdue 13", "DeskOverdue 13-001"], (await DaysBefore(-1)).Where(it => !it.StartsWith("DeskDeadline", StringComparison.Ordinal)));
        Assert.Equal(5, (await DaysBefore(-30)).Count);
    }

    [Fact]
    public async Task The_prefecture_hears_of_each_of_its_desks_and_can_preview_the_words_N5()
    {
        _app.Certification.Desks.Add(_desk with { Association = "13-002" });
        await DaysBefore(-1);
        using var prefecture = _app.As(TestTokens.For(Roles.PrefectureStaff, association: "13"));
        var inbox = (await prefecture.GetFromJsonAsync<JsonObject>("/organisation-notices"))?["notices"]?.AsArray() ?? [];
        using var answer = await prefecture.PostAsJsonAsync("/templates/desk-below-overdue/previews", new { @case = "13" });
        var preview = await answer.Content.ReadFromJsonAsync<JsonObject>();
        using var others = await prefecture.PostAsJsonAsync("/templates/desk-overdue/previews", new { @case = "13-001" });

        Assert.Equal(["desk-below-overdue", "desk-below-overdue"], inbox.Select(it => $"{it?["kind"]}"));
        Assert.Single(inbox, it => $"{it?["subject"]}".Contains("見本区医師会", StringComparison.Ordinal));
        Assert.StartsWith("ご担当者 様", $"{preview?["text"]}", StringComparison.Ordinal);
        Assert.Null(preview?["letter"]);
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
    }

    [Fact]
    public async Task The_mail_is_the_text_of_the_page_and_its_link_ends_the_mails_of_the_one_who_got_it_N5()
    {
        await DaysBefore(14);
        using var staff = _app.As(TestTokens.For(Roles.CountyStaff, Clerk.StaffId, "13-001"));
        using var nobody = _app.CreateClient();
        var mail = MailParts.Of(_app.Mailbox.Find(Assert.Single(_app.Mailbox.List()).Id));
        var link = PreferenceTests.StopPathOf(mail.Header);
        using var pressed = await nobody.PostAsync(new Uri(link, UriKind.Relative), content: null);
        await DaysBefore(7);
        var physicians = await staff.GetFromJsonAsync<JsonObject>("/notices");

        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        Assert.Single(_app.Mailbox.List());
        Assert.Equal(2, (await _app.Told()).Count);
        Assert.Empty(physicians?["notices"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task A_mail_the_server_puts_off_goes_out_later_and_once_N5()
    {
        await using var server = new MoodySmtp((step, _, times) => step == "RCPT" && times == 1 ? new("451 later") : null);
        await using var app = await NotificationsApp.Start(server.Port);
        app.Certification.Desks.Add(_desk);
        app.Identity.Staff.Enqueue((Roles.CountyStaff, Clerk));
        app.Clock.AdvanceTo(BusinessCalendar.StartOf(_desk.Deadline.AddDays(-14)).AddHours(12));
        await app.RunForToday();
        await NotificationsApp.Eventually(async () => await app.Database.Find<string>("select type from mt_events where type = 'notice_deferred'", new { }, default));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.AllDone();

        var notice = await app.Database.Find<Guid>("select id from notice_cards", new { }, default);
        Assert.Contains($"{MailId.ForStaff(notice, Clerk.StaffId):N}", Assert.Single(server.Taken), StringComparison.Ordinal);
    }

    /// <summary>Which notices there are, told, after two runs of that day.</summary>
    private async Task<IReadOnlyList<string>> DaysBefore(int days)
    {
        _app.Clock.AdvanceTo(BusinessCalendar.StartOf(_desk.Deadline.AddDays(-days)).AddHours(12));
        await Task.WhenAll(_app.RunForToday(), _app.RunForToday());
        await _app.AllDone();

        return await _app.Told();
    }
}
