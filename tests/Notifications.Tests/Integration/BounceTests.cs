using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Mamis.Notifications.Tests.Messaging;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class BounceTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly End = TimeProvider.System.Today().AddYears(1).AddDays(-20);

    private readonly NotificationsApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_mail_that_comes_back_becomes_a_letter_once_and_its_steps_are_on_record()
    {
        var notice = await Sent();
        var answers = new[] { await Report(Reports.Of(notice)), await Report(Reports.Of(notice)) };
        var letter = await _app.Notice("LetterOrdered");
        using var jma = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        var steps = (await jma.GetFromJsonAsync<JsonObject>($"/notices/{notice}"))?["deliveries"]?.AsArray() ?? [];

        Assert.Equal([(HttpStatusCode.OK, "False"), (HttpStatusCode.OK, "True")], answers.Select(it => (it.Status, $"{it.Body["repeated"]?.GetValue<bool>()}")));
        Assert.Equal((Channel.Letter, "DSN_5.1.1"), (letter.Channel, letter.Code));
        Assert.Equal(["scheduled", "sent", "bounced", "letter-ordered"], steps.Select(it => $"{it?["what"]}"));
    }

    [Fact]
    public async Task A_mail_that_is_late_becomes_a_letter_after_the_third_day_unless_it_arrives()
    {
        var notice = await Sent();
        await Report(Reports.Of(notice, "delayed", "4.4.1"));
        _app.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(5));
        var early = await _app.Database.Find<int>("select count(*)::integer from mamis_commands where kind = 'write-instead' and done_at is null", new { }, CancellationToken.None);
        var waiting = await _app.Card($"id = '{notice}'");
        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        var letter = await _app.Notice("LetterOrdered");

        Assert.Equal((1, NoticeState.Delayed), (early, waiting?.State));
        Assert.Equal("DSN_4.4.1", letter.Code);
    }

    [Fact]
    public async Task A_bounce_whose_letter_nobody_ordered_is_taken_up_by_a_later_run()
    {
        var notice = await Sent();
        await _app.Services.GetRequiredService<IEventStore>().DecideAsync<Notice>(notice, _ => Decision.Append(new MailBounced("DSN_5.1.1")), CancellationToken.None);
        _app.Clock.Advance(TimeSpan.FromDays(4));
        await _app.RunForToday();

        Assert.Equal("DSN_5.1.1", (await _app.Notice("LetterOrdered")).Code);
    }

    [Fact]
    public async Task What_the_server_saw_into_the_mailbox_is_delivered_and_counts_as_told_G2()
    {
        var notice = await Sent();
        await Report(Reports.Of(notice, "delivered", "2.1.5"));
        using var jma = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        var report = await jma.GetFromJsonAsync<JsonObject>("/coverage");

        Assert.Equal(NoticeState.Delivered, (await _app.Card($"id = '{notice}'"))?.State);
        Assert.Equal("told", $"{report?["counts"]?.AsArray().Single(it => $"{it?["kind"]}" == "one-year")?["outcome"]}");
    }

    [Fact]
    public async Task A_bounced_warning_of_a_term_renewed_meanwhile_needs_no_letter()
    {
        var holder = Holder.NonMember(End);
        var notice = await Sent(holder);
        await _app.Know([holder.Term(version: 2, validTo: End.AddYears(5))], []);
        await Report(Reports.Of(notice));

        Assert.Equal("TERM_REPLACED", (await _app.Notice("Waived")).Code);
    }

    [Fact]
    public async Task A_server_that_reports_by_webhook_says_the_three_fields_in_JSON()
    {
        var notice = await Sent();
        var all = await Report("{}", "application/json");
        var bounced = await Report($$"""{"messageId":"<{{notice:N}}@mamis.invalid>","action":"failed","status":"5.1.1"}""", "application/json");

        Assert.Equal(3, all.Body["refusals"]?.AsArray().Count);
        Assert.Equal((HttpStatusCode.OK, "DSN_5.1.1"), (bounced.Status, (await _app.Notice("LetterOrdered")).Code));
    }

    [Fact]
    public async Task Unknown_malformed_and_foreign_reports_are_refused_by_name()
    {
        var unknown = await Report(Reports.Of(Guid.CreateVersion7()));
        var foreign = await Report(Reports.Of(Guid.CreateVersion7(), host: "elsewhere.invalid"));
        var noReport = await Report("Subject: hello\r\n\r\nthere");
        var json = await Report("{", "application/json");
        var text = await Report("failed", "text/plain");
        var notAllowed = await Report(Reports.Of(Guid.CreateVersion7()), scope: "renewal-runs");

        Assert.Equal(
            [(404, "MAIL_UNKNOWN"), (404, "MAIL_UNKNOWN"), (422, "MAIL_REPORT_MALFORMED"), (422, "MAIL_REPORT_MALFORMED"), (415, "MEDIA_TYPE_UNSUPPORTED"), (403, "MAIL_REPORTS_NOT_ALLOWED")],
            new[] { unknown, foreign, noReport, json, text, notAllowed }.Select(it => ((int)it.Status, $"{it.Body["code"]}")));
    }

    private async Task<Guid> Sent(Holder? holder = null)
    {
        await _app.RunFor(holder ?? Holder.NonMember(End), "kakuu@example.invalid");
        return (await _app.Notice("Sent")).Id;
    }

    private async Task<(HttpStatusCode Status, JsonObject Body)> Report(string text, string type = TakeMailReport.MediaType, string scope = TakeMailReport.Scope)
    {
        using var relay = _app.As(TestTokens.For(Roles.Scheduler, association: "JMA", scope: scope));
        using var content = new StringContent(text, Encoding.ASCII) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using var answer = await relay.PostAsync("/mail-reports", content);

        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonObject>() ?? []);
    }
}
