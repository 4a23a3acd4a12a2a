using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class AccountMailTests
{
    private const string Email = "kakuu@example.invalid";

    [Fact]
    public async Task A_mail_about_an_account_goes_out_once_with_its_code_and_names_nobody()
    {
        await using var app = await NotificationsApp.Start();
        var (mail, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        app.Identity.Mails[mail] = new("password-recovery", Email, "12345678", 30);
        await app.Publish(Requested(mail), message);
        await app.Publish(Requested(mail), message);
        await Done(app, 1);
        var sent = Assert.Single(app.Mailbox.List());
        var parts = MailParts.Of(app.Mailbox.Find(sent.Id));

        Assert.Equal([Email], sent.To);
        Assert.Equal("【日本医師会】パスワード再設定の確認コード", sent.Subject);
        Assert.Contains("1234 5678", parts.Plain, StringComparison.Ordinal);
        Assert.Contains("30分以内", parts.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("先生", parts.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", parts.Header, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", await Payloads(app), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email-confirmation", "87654321")]
    [InlineData("password-changed", null)]
    [InlineData("email-changed", null)]
    [InlineData("recovery-codes-issued", null)]
    [InlineData("passkey-added", null)]
    [InlineData("passkey-removed", null)]
    [InlineData("second-factor-on", null)]
    [InlineData("second-factor-off", null)]
    [InlineData("staff-account-ended", null)]
    public async Task Every_kind_has_its_words_and_none_of_their_places_stays_open(string kind, string? code)
    {
        await using var app = await NotificationsApp.Start();
        var mail = Guid.CreateVersion7();
        app.Identity.Mails[mail] = new(kind, Email, code, 30);
        await app.Publish(Requested(mail));
        await Done(app, 1);
        var parts = MailParts.Of(app.Mailbox.Find(Assert.Single(app.Mailbox.List()).Id));

        Assert.Equal(code is not null, parts.Plain.Contains("8765 4321", StringComparison.Ordinal));
        Assert.DoesNotContain('{', parts.Plain);
    }

    [Theory]
    [InlineData("staff-invited")]
    [InlineData("staff-factor-voided")]
    public async Task A_link_leads_to_the_portal_and_says_how_long_it_serves(string kind)
    {
        await using var app = await NotificationsApp.Start();
        var mail = Guid.CreateVersion7();
        app.Identity.Mails[mail] = new(kind, Email, "key-of_the-link", 72 * 60);
        await app.Publish(Requested(mail));
        await Done(app, 1);
        var plain = MailParts.Of(app.Mailbox.Find(Assert.Single(app.Mailbox.List()).Id)).Plain;

        Assert.Contains("/staff-link?key=key-of_the-link", plain, StringComparison.Ordinal);
        Assert.Contains("72時間以内に1回", plain, StringComparison.Ordinal);
        Assert.DoesNotContain('{', plain);
        Assert.DoesNotContain("key-of_the-link", await Payloads(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_now_is_asked_again_later_and_what_is_over_is_not_sent()
    {
        await using var smtp = MoodySmtp.ToRecipients("451 come again");
        await using var app = await NotificationsApp.Start(smtp.Port);
        var (waiting, over) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        app.Identity.Mails[waiting] = new("password-recovery", Email, "12345678", 30);
        await app.Publish(Requested(over));
        await Done(app, 1);
        await app.Publish(Requested(waiting));
        await NotificationsApp.Eventually(async () => await Count(app, "attempts > 0 and done_at is null and not parked") == 1 ? "deferred" : null);

        Assert.Empty(app.Mailbox.List());
        Assert.Equal(nameof(MailDeferredException), await app.Database.Find<string>("select last_error from mamis_commands where done_at is null", new { }, CancellationToken.None));
    }

    private static AccountMailRequested Requested(Guid mail) => new() { MailId = mail, OccurredAt = default };

    private static Task<string> Done(NotificationsApp app, int number) =>
        NotificationsApp.Eventually(async () => await Count(app, "done_at is not null") == number ? "done" : null);

    private static Task<int> Count(NotificationsApp app, string condition) => app.Database.Find<int>(
        $"select count(*)::int from mamis_commands where kind = 'send-account-mail' and {condition}", new { }, CancellationToken.None);

    private static async Task<string> Payloads(NotificationsApp app) =>
        string.Concat(await app.Database.List<string>("select payload::text from mamis_commands", new { }, CancellationToken.None));
}
