using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class DeliveryTests
{
    private const string Email = "kakuu@example.invalid";

    private static readonly DateOnly End = TimeProvider.System.Today().AddYears(1).AddDays(-20);

    [Fact]
    public async Task A_notice_arrives_as_a_Japanese_mail_and_its_text_is_kept_without_the_name()
    {
        await using var app = await NotificationsApp.Start();
        await app.RunFor(Holder.NonMember(End), Email);
        var notice = await app.Notice("Sent");
        var mail = Assert.Single(app.Mailbox.List());
        var parts = MailParts.Of(app.Mailbox.Find(mail.Id));
        var kept = await app.Database.Find<SentText>("select * from sent_texts where notice_id = @Id", notice, CancellationToken.None);

        Assert.Equal([Email], mail.To);
        Assert.Equal("【日本医師会】認定産業医の有効期限まで１年です", mail.Subject);
        Assert.Equal(mail.Subject, kept?.Subject);
        Assert.Contains($"<{notice.Id:N}@mamis.invalid>", parts.Header, StringComparison.Ordinal);
        Assert.Equal($"架空 一 先生\n\n{kept?.Body}".Trim(), parts.Plain.Trim());
        Assert.DoesNotContain("架空", kept?.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_in_a_mail_says_the_same_words_and_fetches_nothing()
    {
        await using var app = await NotificationsApp.Start();
        await app.RunFor(Holder.NonMember(End), Email);
        await app.Notice("Sent");
        var parts = MailParts.Of(app.Mailbox.Find(app.Mailbox.List()[0].Id));
        var words = WebUtility.HtmlDecode(Regex.Replace(parts.Html.Split("<p ")[1].Split('>', 2)[1], "<[^>]+>", string.Empty));

        Assert.Equal(parts.Plain.Trim(), words.Trim());
        Assert.Contains("<a href=\"http://127.0.0.1:8080/\">", parts.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<(img|link|script|iframe|object)|src=|url\\(|@import", parts.Html);
        Assert.DoesNotContain("List-Unsubscribe", parts.Header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_the_header_is_plain_ASCII_and_short_RFC2047()
    {
        await using var app = await NotificationsApp.Start();
        await app.RunFor(Holder.NonMember(End), Email);
        await app.Notice("Sent");
        var raw = app.Mailbox.Find(app.Mailbox.List()[0].Id) ?? [];
        var header = Encoding.UTF8.GetString(raw).Split("\r\n\r\n")[0].Split("\r\n");

        Assert.All(header, line => Assert.True(Ascii.IsValid(line) && line.Length <= 998, line));
        Assert.All(header.SelectMany(line => line.Split(' ', '\t')).Where(it => it.StartsWith("=?", StringComparison.Ordinal)), word => Assert.InRange(word.Length, 1, 75));
    }

    [Theory]
    [InlineData("550 no such mailbox", "SMTP_550")]
    [InlineData("551 moved", "SMTP_551")]
    public async Task A_mail_refused_for_good_becomes_a_letter_with_the_reason(string answer, string code)
    {
        await using var smtp = MoodySmtp.ToRecipients(answer);
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);

        Assert.Equal(code, (await app.Notice("LetterOrdered")).Code);
    }

    [Theory]
    [InlineData("451 come again", "SMTP_451", false)]
    [InlineData(null, "SERVER_UNREACHABLE", false)]
    [InlineData("250 ok", "SERVER_SILENT", true)]
    public async Task A_server_that_cannot_now_is_asked_again_later(string? answer, string code, bool silent)
    {
        await using var smtp = silent ? MoodySmtp.Silent() : MoodySmtp.ToRecipients(answer);
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);
        var notice = await NotificationsApp.Eventually(() => app.Card("code is not null"));
        var next = await app.Database.Find<int>("select count(*)::integer from mamis_commands where due > left_at + interval '30 seconds'", new { }, CancellationToken.None);

        Assert.Equal((code, Notifications.Domain.NoticeState.Scheduled, 1), (notice.Code, notice.State, next));
    }

    [Fact]
    public async Task A_mail_that_never_goes_becomes_a_letter_after_the_third_day()
    {
        await using var smtp = MoodySmtp.ToRecipients("451 come again");
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);
        await NotificationsApp.Eventually(() => app.Card("code is not null"));
        app.Clock.Advance(TimeSpan.FromDays(4));

        Assert.Equal("SMTP_451", (await app.Notice("LetterOrdered")).Code);
    }

    [Fact]
    public async Task A_mail_whose_work_was_parked_is_taken_up_by_a_later_run()
    {
        await using var smtp = MoodySmtp.ToRecipients("451 come again");
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);
        await NotificationsApp.Eventually(() => app.Card("code is not null"));
        await app.Database.List<int>("update mamis_commands set parked = true where done_at is null", new { }, CancellationToken.None);
        app.Clock.Advance(TimeSpan.FromDays(4));
        await app.RunForToday();

        Assert.Equal("SMTP_451", (await app.Notice("LetterOrdered")).Code);
    }

    [Fact]
    public async Task Whom_Identity_does_not_know_any_more_nobody_writes_to()
    {
        await using var app = await NotificationsApp.Start();
        var holder = Holder.NonMember(End);
        await app.Know([holder.Term()], [holder.Standing()]);
        await app.RunForToday();

        Assert.Equal("PHYSICIAN_UNKNOWN", (await app.Notice("Waived")).Code);
    }

    [Fact]
    public async Task A_warning_of_a_term_renewed_meanwhile_is_waived()
    {
        await using var smtp = MoodySmtp.ToRecipients("451 come again");
        await using var app = await NotificationsApp.Start(smtp.Port);
        var holder = Holder.NonMember(End);
        await app.RunFor(holder, Email);
        await NotificationsApp.Eventually(() => app.Card("code is not null"));
        await app.Know([holder.Term(version: 2, validTo: End.AddYears(5))], []);
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("TERM_REPLACED", (await app.Notice("Waived")).Code);
    }

    [Fact]
    public async Task A_returned_application_is_told_once_however_often_the_message_comes()
    {
        await using var app = await NotificationsApp.Start();
        var (holder, message) = (Holder.Member(End), Guid.CreateVersion7());
        app.Identity.People[holder.PhysicianId] = holder.Person(Email);
        var returned = new ApplicationReturned
        {
            ApplicationId = Guid.CreateVersion7(),
            PhysicianId = holder.PhysicianId,
            Desk = "13-001",
            OccurredAt = app.Clock.GetUtcNow(),
        };

        await app.Publish(returned, message);
        await app.Publish(returned, message);
        await app.Publish(new ApplicationGranted
        {
            ApplicationId = returned.ApplicationId,
            PhysicianId = holder.PhysicianId,
            Scheme = "Occupational",
            Kind = "Renewal",
            OccurredAt = app.Clock.GetUtcNow(),
        });
        await NotificationsApp.Eventually(async () => app.Mailbox.List() is { Count: 2 } mails ? mails : null);

        Assert.Equal(
            ["【日本医師会】認定産業医の申請が承認されました", "【見本区医師会】申請書類の差し戻しについて"],
            app.Mailbox.List().Select(it => it.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(2, await app.Database.Find<int>("select count(*)::integer from notice_cards", new { }, CancellationToken.None));
    }
}
