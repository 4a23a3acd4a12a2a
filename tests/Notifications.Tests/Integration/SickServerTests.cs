using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Whatever a mail server does: every mail ends in the right state, and none is taken twice.</summary>
[Trait("Category", "Servers")]
public sealed class SickServerTests
{
    private const string Email = "kakuu@example.invalid";

    private static readonly DateOnly End = TimeProvider.System.Today().AddYears(1).AddDays(-20);

    [Theory]
    [InlineData("RCPT", "450 greylisted", "SMTP_450")]
    [InlineData("RCPT", "452 mailbox full", "SMTP_452")]
    [InlineData("CONNECT", "421 too busy", "SMTP_421")]
    [InlineData("MAIL", "421 shutting down", "SMTP_421")]
    [InlineData("END", "451 error in processing", "SMTP_451")]
    [InlineData("CONNECT", null, "SERVER_UNREACHABLE")]
    [InlineData("MAIL", null, "SERVER_UNREACHABLE")]
    [InlineData("DATA", null, "SERVER_UNREACHABLE")]
    [InlineData("END", null, "SERVER_UNREACHABLE")]
    public async Task What_fails_for_now_goes_out_once_the_server_is_well(string step, string? answer, string code)
    {
        await using var smtp = new MoodySmtp((at, _, time) => at == step && time == 1 ? new(answer, Then: answer?.StartsWith("421", StringComparison.Ordinal) is true) : null);
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);
        var deferred = await NotificationsApp.Eventually(() => app.Card("code is not null"));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var sent = await app.Notice("Sent");

        Assert.Equal((code, NoticeState.Scheduled), (deferred.Code, deferred.State));
        Assert.Equal([$"<{sent.Id:N}@mamis.invalid>"], smtp.Taken);
    }

    [Theory]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData("END")]
    public async Task A_server_that_hangs_is_left_and_asked_again(string step)
    {
        await using var smtp = new MoodySmtp((at, _, time) => at == step && time == 1 ? MoodySmtp.HangsUp with { After = TimeSpan.FromMinutes(1) } : null);
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);
        var deferred = await NotificationsApp.Eventually(() => app.Card("code is not null"));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.Notice("Sent");

        Assert.Equal("SERVER_SILENT", deferred.Code);
        Assert.Single(smtp.Taken);
    }

    [Theory]
    [InlineData("RCPT", "550 no such mailbox", "SMTP_550")]
    [InlineData("RCPT", "553 name not allowed", "SMTP_553")]
    [InlineData("END", "554 not taken", "SMTP_554")]
    public async Task What_fails_for_good_becomes_a_letter_and_is_not_mailed_again(string step, string answer, string code)
    {
        await using var smtp = new MoodySmtp((at, _, _) => at == step ? new(answer) : null);
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);

        Assert.Equal(code, (await app.Notice("LetterOrdered")).Code);
        Assert.Empty(smtp.Taken);
    }

    [Theory]
    [InlineData("END", "250 taken")]
    [InlineData("QUIT", null)]
    [InlineData("QUIT", "500 what")]
    public async Task After_the_yes_the_server_may_do_what_it_likes(string step, string? answer)
    {
        await using var smtp = new MoodySmtp((at, _, _) => at == step ? new(answer, Then: true) : null);
        await using var app = await NotificationsApp.Start(smtp.Port);
        await app.RunFor(Holder.NonMember(End), Email);
        var sent = await app.Notice("Sent");

        Assert.Null(sent.Code);
        Assert.Single(smtp.Taken);
    }

    [Fact]
    public async Task Of_many_mails_to_a_server_in_every_mood_each_ends_well_and_none_is_taken_twice()
    {
        var random = new Random(6);
        await using var smtp = new MoodySmtp((step, line, _) => (Roll(random), step) switch
        {
            (0, "CONNECT") => new("421 too busy", Then: true),
            (1, "RCPT") => new("450 greylisted"),
            (2, "END") => MoodySmtp.HangsUp,
            (3, "END") => new("250 taken", Then: true),
            (4, "MAIL" or "DATA") => MoodySmtp.HangsUp,
            (_, "RCPT") when line.Contains("gone", StringComparison.Ordinal) => new("550 no such mailbox"),
            _ => null,
        });
        await using var app = await NotificationsApp.Start(smtp.Port);

        foreach (var i in Enumerable.Range(0, 40))
        {
            var holder = Holder.NonMember(End);
            app.Identity.People[holder.PhysicianId] = holder.Person(i % 8 == 0 ? $"gone{i}@example.invalid" : $"kakuu{i}@domain{i % 5}.invalid");
            await app.Know([holder.Term()], [holder.Standing()]);
        }

        await app.RunForToday();
        await NotificationsApp.Eventually(async () =>
        {
            app.Clock.Advance(TimeSpan.FromMinutes(2));
            return await Open(app) == 0 ? "none" : null;
        });

        Assert.Equal(5, await Count(app, "state = 'LetterOrdered'"));
        Assert.Equal(35, await Count(app, "state = 'Sent'"));
        Assert.Equal(35, smtp.Taken.Distinct().Count());
        Assert.Equal(35, smtp.Taken.Count);
    }

    private static int Roll(Random random)
    {
        lock (random)
        {
            return random.Next(12);
        }
    }

    private static Task<int> Open(NotificationsApp app) => Count(app, "state = 'Scheduled'");

    private static async Task<int> Count(NotificationsApp app, string condition) =>
        (await app.Database.List<int>($"select count(*)::integer from notice_cards where {condition}", new { }, CancellationToken.None))[0];
}
